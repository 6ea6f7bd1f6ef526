// SPDX-License-Identifier: MIT
#include "app/pages/lesson/control_rows.hpp"

#include <algorithm>
#include <numeric>

namespace lockstep::lab {

namespace {

float row_width(const std::vector<float>& least, std::size_t first, std::size_t count, float gap) {
    const auto begin = least.begin() + static_cast<std::ptrdiff_t>(first);
    const float sum = std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), 0.0f);
    return count > 0 ? sum + gap * static_cast<float>(count - 1) : 0;
}

} // namespace

ControlRows control_rows(const std::vector<float>& least, float button, float width, float gap,
                         float button_gap) {
    if (least.empty())
        return {{}, -1};
    if (row_width(least, 0, least.size(), gap) + button_gap + button <= width)
        return {{least.size()}, 0};
    ControlRows rows;
    std::size_t first = 0;
    while (first < least.size()) {
        std::size_t count = 1;
        while (first + count < least.size() && row_width(least, first, count + 1, gap) <= width)
            ++count;
        rows.counts.push_back(count);
        first += count;
    }
    const auto fits_beside_last = [&](std::size_t count) {
        return row_width(least, least.size() - count, count, gap) + button_gap + button <= width;
    };
    // A slider that goes down with the button leaves the others more room, at no more height.
    if (!fits_beside_last(rows.counts.back()) && rows.counts.back() > 1 && fits_beside_last(1)) {
        --rows.counts.back();
        rows.counts.push_back(1);
    }
    if (fits_beside_last(rows.counts.back()))
        rows.button_row = static_cast<int>(rows.counts.size()) - 1;
    return rows;
}

std::vector<float> share_out(const std::vector<float>& least, const std::vector<bool>& grows,
                             float width, float gap, float most) {
    std::vector<float> widths = least;
    float left = width - row_width(least, 0, least.size(), gap);
    auto growing = static_cast<float>(std::count(grows.begin(), grows.end(), true));
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (!grows[i])
            continue;
        const float more = std::clamp(left / growing, 0.0f, std::max(0.0f, most - widths[i]));
        widths[i] += more;
        left -= more;
        --growing;
    }
    return widths;
}

} // namespace lockstep::lab
