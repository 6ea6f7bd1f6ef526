// SPDX-License-Identifier: MIT
#include "app/pages/lesson/equal_curves.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::lab {

namespace {

/// Of the axis: a mark's radius on a plot of usual height.
constexpr double one_place = 0.012;

bool same_mark(const Estimate& a, const Estimate& b) {
    return a.x == b.x && a.value == b.value && a.status == b.status;
}

/// Whether one series lies on another; `alike` tells whether two of their marks do.
template <class Alike>
bool lie_on_each_other(const SeriesShown& a, const SeriesShown& b, const Alike& alike) {
    return !a.ghost && !b.ghost && a.provenance == b.provenance && !a.series->points.empty() &&
           std::ranges::equal(a.series->points, b.series->points, alike);
}

} // namespace

void name_equal_curves_once(std::vector<SeriesShown>& series, const Axis& y) {
    const auto same_place = [&y](const Estimate& a, const Estimate& b) {
        return a.x == b.x && a.status == b.status &&
               std::abs(y.fraction(a.value) - y.fraction(b.value)) < one_place;
    };
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series[i].label.empty())
            continue;
        for (std::size_t j = i + 1; j < series.size(); ++j) {
            if (series[j].label.empty() || !lie_on_each_other(series[i], series[j], same_place))
                continue;
            const bool equal = lie_on_each_other(series[i], series[j], same_mark);
            series[i].label += (equal ? " = " : " ≈ ") + series[j].label;
            series[j].label.clear();
        }
    }
}

} // namespace lockstep::lab
