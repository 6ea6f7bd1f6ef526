// SPDX-License-Identifier: MIT
// Columns, stretches and their words. No drawing.
#include "app/views/warps/parts.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::warps_view {

namespace {

std::string what_of(char letter) {
    switch (letter) {
    case protocol::warp_all:
        return "all its threads are at work";
    case protocol::warp_waits:
        return "it waits at a barrier for the others";
    case protocol::warp_done:
        return "all its threads are done";
    case protocol::warp_turn:
        return "it has no turn";
    default:
        return fmt::format("about {}/8 of its threads are at work", letter - '0');
    }
}

} // namespace

std::vector<std::vector<Stretch>> stretches_of(const protocol::Overview& overview) {
    std::vector<std::vector<Stretch>> all;
    for (const std::string& row : overview.warps) {
        std::vector<Stretch>& stretches = all.emplace_back();
        for (int column = 0; column < static_cast<int>(row.size()); ++column) {
            const char letter = row[static_cast<std::size_t>(column)];
            if (letter == protocol::warp_turn)
                continue;
            if (!stretches.empty() && stretches.back().letter == letter &&
                stretches.back().end == column)
                ++stretches.back().end;
            else
                stretches.push_back({letter, column, column + 1});
        }
    }
    return all;
}

std::int64_t first_step_of(const protocol::Overview& overview, int column) {
    if (overview.columns < 1)
        return overview.from;
    const auto c = static_cast<std::int64_t>(std::clamp(column, 0, overview.columns));
    // Whole columns and the rest apart, since the product of long traces would not fit.
    const std::int64_t whole = overview.count / overview.columns,
                       rest = overview.count % overview.columns;
    return overview.from + c * whole + c * rest / overview.columns;
}

int column_of(const protocol::Overview& overview, std::int64_t step) {
    int low = 0, high = overview.columns - 1;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (first_step_of(overview, middle) <= step)
            low = middle;
        else
            high = middle - 1;
    }
    return std::max(0, low);
}

int columns_for(float width, float narrowest, std::int64_t steps) {
    constexpr int together = 32;
    const int room = static_cast<int>(std::floor(width / std::max(narrowest, 0.5f)));
    const int rounded = std::clamp(room / together * together, together, protocol::most_columns);
    return static_cast<int>(std::clamp<std::int64_t>(steps, 1, rounded));
}

std::string words_of(const protocol::Overview& overview, int warp, int column) {
    const std::int64_t first = first_step_of(overview, column) + 1;
    const std::int64_t last = first_step_of(overview, column + 1);
    const std::string steps =
        first >= last ? fmt::format("step {}", first) : fmt::format("steps {} to {}", first, last);
    const char letter =
        overview.warps[static_cast<std::size_t>(warp)][static_cast<std::size_t>(column)];
    return fmt::format("warp {}, {}: {}", warp, steps, what_of(letter));
}

} // namespace lockstep::warps_view
