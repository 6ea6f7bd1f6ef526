// SPDX-License-Identifier: MIT
#include "app/pages/lesson/equal_curves.hpp"

#include <algorithm>

namespace lockstep::lab {

namespace {

bool same_mark(const Estimate& a, const Estimate& b) {
    return a.x == b.x && a.value == b.value && a.status == b.status;
}

bool lie_on_each_other(const SeriesShown& a, const SeriesShown& b) {
    return !a.ghost && !b.ghost && a.provenance == b.provenance && !a.series->points.empty() &&
           std::ranges::equal(a.series->points, b.series->points, same_mark);
}

} // namespace

void name_equal_curves_once(std::vector<SeriesShown>& series) {
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series[i].label.empty())
            continue;
        for (std::size_t j = i + 1; j < series.size(); ++j) {
            if (series[j].label.empty() || !lie_on_each_other(series[i], series[j]))
                continue;
            series[i].label += " = " + series[j].label;
            series[j].label.clear();
        }
    }
}

} // namespace lockstep::lab
