// SPDX-License-Identifier: MIT
// The end of a run against its beginning.
#include "sim/stats/drift.hpp"

#include "sim/stats/interval.hpp"
#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::stats {

static constexpr std::size_t fewest_times = 15;
static constexpr double worth_saying = 1.05;

std::optional<Drift> find_drift(std::span<const double> times) {
    if (times.size() < fewest_times)
        return std::nullopt;
    const std::size_t part = 2 * times.size() / 5;
    const Interval ratio = unpaired_ratio_interval(times.last(part), times.first(part));
    const bool far = ratio.value > worth_saying || ratio.value < 1 / worth_saying;
    if (!ratio.bounded() || ratio.contains(1) || !far)
        return std::nullopt;
    return Drift{ratio.value, ratio.low, ratio.high};
}

std::vector<double> common_course(std::span<const std::vector<double>> sides) {
    std::vector<double> sums, counts;
    for (const std::vector<double>& times : sides) {
        std::vector<double> known = times;
        std::erase_if(known, [](double time) { return !(time > 0); });
        if (known.empty())
            continue;
        const double middle = median(known);
        sums.resize(std::max(sums.size(), times.size()));
        counts.resize(sums.size());
        for (std::size_t round = 0; round < times.size(); ++round)
            if (times[round] > 0) {
                sums[round] += std::log(times[round] / middle);
                ++counts[round];
            }
    }
    std::vector<double> course;
    for (std::size_t round = 0; round < sums.size(); ++round)
        if (counts[round] > 0)
            course.push_back(std::exp(sums[round] / counts[round]));
    return course;
}

} // namespace lockstep::stats
