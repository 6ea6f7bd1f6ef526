// SPDX-License-Identifier: MIT
// Choosing repetitions for sides of different length.
#include "kernels/measure/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lockstep {

static constexpr double same_within = 8;
static constexpr double most_repetitions = 1 << 22;

double sample_length_ns(double tick_ns) {
    return std::max({1000 * tick_ns, 200'000.0, 1'000'000.0});
}

std::vector<int> repetitions_of(std::span<const double> repetition_ns, double sample_ns) {
    std::vector<std::size_t> rising(repetition_ns.size());
    std::iota(rising.begin(), rising.end(), std::size_t{0});
    std::ranges::sort(rising, {}, [&](std::size_t side) { return repetition_ns[side]; });
    std::vector<int> repetitions(repetition_ns.size(), 1);
    double shortest_ns = 0;
    int chosen = 1;
    for (const std::size_t side : rising) {
        const double own_ns = std::max(repetition_ns[side], 1e-3);
        if (shortest_ns == 0 || own_ns > same_within * shortest_ns) {
            shortest_ns = own_ns;
            chosen =
                static_cast<int>(std::clamp(std::ceil(sample_ns / own_ns), 1.0, most_repetitions));
        }
        repetitions[side] = chosen;
    }
    return repetitions;
}

Doubling least_of(const Doubling& a, const Doubling& b) {
    return {std::min(a.first_ns, b.first_ns), std::min(a.second_ns, b.second_ns),
            std::min(a.both_ns, b.both_ns)};
}

} // namespace lockstep
