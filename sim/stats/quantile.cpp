// SPDX-License-Identifier: MIT
// Order statistics by sorting: samples are a few hundred at most.
#include "sim/stats/quantile.hpp"

#include "sim/base/assert.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lockstep::stats {

std::vector<double> sorted(std::span<const double> samples) {
    std::vector<double> result(samples.begin(), samples.end());
    std::ranges::sort(result);
    return result;
}

double quantile(std::span<const double> samples, double q) {
    LOCKSTEP_ASSERT(q >= 0 && q <= 1, "A quantile is asked for a share from 0 to 1.");
    if (samples.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> rising = sorted(samples);
    const double position = q * static_cast<double>(rising.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(position));
    const std::size_t above = std::min(below + 1, rising.size() - 1);
    return std::lerp(rising[below], rising[above], position - std::floor(position));
}

double median(std::span<const double> samples) {
    return quantile(samples, 0.5);
}

} // namespace lockstep::stats
