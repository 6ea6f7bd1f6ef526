// SPDX-License-Identifier: MIT
// Columns of samples from a file, which others may have written.
#include "app/experiment/run_file_columns.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep {

namespace {

void for_each_column(Point& point, const auto& visit) {
    visit("round", point.round);
    visit("flags", point.flags);
    visit("busy_ns", point.busy_ns);
    visit("longest_ns", point.longest_ns);
    visit("serial_ns", point.serial_ns);
    visit("lanes_used", point.lanes_used);
    visit("lanes_offered", point.lanes_offered);
    visit("claimed_ns", point.claimed_ns);
    visit("kernel_ns", point.kernel_ns);
    visit("copy_ns", point.copy_ns);
    visit("time_ns", point.time_ns); // last: the others are taken out by it
}

void drop_untimed(Point& point) {
    const std::vector<double> time_ns = point.time_ns, claimed_ns = point.claimed_ns;
    for_each_column(point, [&](const char*, auto& column) {
        std::size_t i = 0;
        std::erase_if(column, [&](const auto&) {
            const double time = time_ns[i], claim = claimed_ns[i];
            ++i;
            return !std::isfinite(time) || time <= 0 || !std::isfinite(claim) || claim < 0;
        });
    });
}

/// JSON's null is NaN in a column; a part of a sample that nobody measured is none.
void clear_nan(std::vector<double>& column) {
    for (double& entry : column)
        if (!std::isfinite(entry))
            entry = 0;
}

} // namespace

std::string fit_columns(Point& point) {
    const std::size_t n = point.time_ns.size();
    const bool has_rounds = !point.round.empty(), has_longest = !point.longest_ns.empty();
    const bool has_claims = !point.claimed_ns.empty();
    const bool has_kernel = !point.kernel_ns.empty(), has_copies = !point.copy_ns.empty();
    std::string wrong;
    for_each_column(point, [&](const char* name, auto& column) {
        if (column.empty())
            column.resize(n);
        if (column.size() != n && wrong.empty())
            wrong = fmt::format("{} has {} entries and time_ns has {}.", name, column.size(), n);
    });
    if (!wrong.empty())
        return wrong;
    for (std::size_t i = 0; i < n; ++i) {
        clear_nan(point.busy_ns[i]);
        if (!has_rounds)
            point.round[i] = static_cast<int>(i); // samples of one place belong together
        if (!has_longest && !point.busy_ns[i].empty())
            point.longest_ns[i] = std::ranges::max(point.busy_ns[i]);
    }
    for (auto* column :
         {&point.longest_ns, &point.serial_ns, &point.lanes_used, &point.lanes_offered})
        clear_nan(*column);
    drop_untimed(point);
    if (!has_claims)
        point.claimed_ns.clear(); // nobody claims that it took no time
    if (!has_kernel)
        point.kernel_ns.clear(); // no card was at it, or one before its clock was asked
    if (!has_copies)
        point.copy_ns.clear();
    return {};
}

} // namespace lockstep
