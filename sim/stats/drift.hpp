// SPDX-License-Identifier: MIT
// Whether a machine became slower or faster while it was measured: a laptop that grows hot, a
// neighbour that came. Ratios of sides that were timed in turn are not touched by it; times are.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace lockstep::stats {

/// How many times as long the last two fifths of the rounds took as the first two fifths.
struct Drift {
    double ratio = 1, low = 1,
           high = 1; ///< with its 95 % interval (Price and Bonett, interval.hpp)
};

/// None where the interval contains 1, where it is less than 5 % either way, or where there are
/// fewer than 15 times. `times` in the order in which they were taken.
std::optional<Drift> find_drift(std::span<const double> times);

/// One number a round for several sides: the geometric mean of each one's time over its own median,
/// so that a side of microseconds speaks as loud as one of seconds. `sides[i][round]`; a time that
/// is missing is 0 and left out; a round without any has no entry.
std::vector<double> common_course(std::span<const std::vector<double>> sides);

} // namespace lockstep::stats
