// SPDX-License-Identifier: MIT
#include "app/experiment/baseline_choice.hpp"

#include "app/experiment/estimates.hpp"

#include <algorithm>

namespace lockstep {

namespace {

bool has_workers(const Point& point) {
    return point.parameters.contains("p");
}

bool shows_parallel_series(const Run& run) {
    return std::ranges::any_of(run.points, has_workers);
}

bool has_timed(const Run& run, const std::string& variant) {
    return std::ranges::any_of(run.points, [&](const Point& point) {
        return point.variant == variant && !point.simulated;
    });
}

bool has_another_of_one_thread(const Run& run) {
    return std::ranges::any_of(run.points, [&](const Point& point) {
        return point.variant != run.baseline && !has_workers(point) && !point.simulated;
    });
}

/// Of the variant, at this x or at the only one that it has; -1 for none.
int point_at(const Run& run, const std::string& variant, double x) {
    int only = -1, count = 0;
    for (const Point& point : run.points) {
        if (point.variant != variant || has_workers(point) || point.simulated)
            continue;
        const auto own = point.parameters.find(run.x);
        if (own != point.parameters.end() && own->second == x)
            return point.id;
        only = point.id;
        ++count;
    }
    return count == 1 ? only : -1;
}

} // namespace

std::string other_baseline(const Run& run, const content::Experiment& experiment) {
    if (experiment.counts() || experiment.baseline.empty())
        return "";
    if (run.baseline != experiment.baseline)
        return has_timed(run, experiment.baseline) ? experiment.baseline : "";
    // Asked at each frame: the intervals are reckoned only where there can be an answer.
    if (!run.finished || !shows_parallel_series(run) || !has_another_of_one_thread(run))
        return "";
    return faster_than_baseline(run);
}

void compare_with(Run& run, const std::string& variant) {
    for (Series& series : run.series)
        for (Estimate& mark : series.points)
            if (const int point = point_at(run, variant, mark.x); point >= 0 && mark.baseline >= 0)
                mark.baseline = point;
    run.baseline = variant;
    update_series(run);
}

} // namespace lockstep
