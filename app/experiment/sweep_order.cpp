// SPDX-License-Identifier: MIT
// The values of a sweep, the order in which its points are asked for, and finding one again.
#include "app/experiment/parameters.hpp"
#include "app/experiment/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace lockstep {

using content::Experiment;

/// Nobody, one, two, the quarters, all but two, all but one, all: where a step can be.
static std::vector<double> lane_values(int lanes) {
    std::vector<double> values;
    for (const int leave :
         {0, 1, 2, lanes / 4, lanes / 2, lanes - lanes / 4, lanes - 2, lanes - 1, lanes})
        if (leave >= 0 && leave <= lanes)
            values.push_back(leave);
    return values;
}

std::vector<double> swept_values(const Experiment& experiment, int cores, int lanes) {
    std::vector<double> values = experiment.x_values;
    if (values.empty() && experiment.x == "p")
        values = worker_values(cores);
    if (values.empty() && experiment.x_lanes)
        values = lane_values(lanes);
    std::ranges::sort(values);
    const auto rest = std::ranges::unique(values);
    values.erase(rest.begin(), rest.end());
    return values;
}

std::vector<std::size_t> ends_and_middle_first(std::size_t n) {
    std::vector<std::size_t> order;
    std::set<std::size_t> taken;
    const auto take = [&](std::size_t index) {
        if (index < n && taken.insert(index).second)
            order.push_back(index);
    };
    if (n == 0)
        return order;
    take(0);
    take(n - 1);
    // Middles of halves, of quarters, of eighths, until every index was met.
    for (std::size_t parts = 2; order.size() < n; parts *= 2)
        for (std::size_t i = 1; i < parts; i += 2)
            take(i * (n - 1) / parts);
    return order;
}

const Point* side_point(const Run& run, const protocol::Catalogue& catalogue,
                        const Experiment& experiment, const Values& side,
                        const std::string& variant) {
    const std::vector<std::string>& own = experiment.own_variants();
    const std::string& name = variant.empty() && !own.empty() ? own.front() : variant;
    const auto* known = catalogue.variant(run.workload, name);
    Values wanted = run.parameters;
    for (const auto& [parameter, value] : side)
        wanted[parameter] = value;
    // In a sweep over workers a side that names none means one worker.
    if (run.x == "p")
        wanted.try_emplace("p", 1.0);
    if (known && !known->takes_workers)
        wanted.erase("p");
    for (const Point& point : run.points) {
        // What is timed is compared with what is timed, and a count with a count.
        if (point.variant != name || point.simulated != (run.quantity == "count"))
            continue;
        const bool same = std::ranges::all_of(point.parameters, [&](const auto& entry) {
            const auto found = wanted.find(entry.first);
            return found == wanted.end() || std::abs(found->second - entry.second) <=
                                                1e-9 * std::max(1.0, std::abs(entry.second));
        });
        if (same)
            return &point;
    }
    return nullptr;
}

} // namespace lockstep
