// SPDX-License-Identifier: MIT
// How many repetitions make a sample, and whether twice as many take twice as long (measuring rules
// 1 and 2).
#pragma once

#include <limits>
#include <span>
#include <vector>

namespace lockstep {

/// What a sample should last: 1 ms keeps the two stamps far below a part in a thousand and leaves
/// time for many rounds; never less than 1000 ticks of the clock or 0.2 ms.
double sample_length_ns(double tick_ns);

/// Repetitions per sample for each side, from the durations of one repetition each: the same number
/// for all sides within a factor of 8, chosen for the shortest of them, at least 1.
std::vector<int> repetitions_of(std::span<const double> repetition_ns, double sample_ns);

/// Times of n repetitions, of the n that follow, and of both in one batch; infinite until a try was
/// not disturbed.
struct Doubling {
    double first_ns = unknown, second_ns = unknown, both_ns = unknown;

    static constexpr double unknown = std::numeric_limits<double>::infinity();
    bool known() const { return first_ns + second_ns + both_ns < unknown; }

    /// time(2n)/time(n), where time(n) is the mean of the two halves, since inputs differ in cost.
    double ratio() const { return 2 * both_ns / (first_ns + second_ns); }
    /// 2.00 +- 0.1: less, and repetitions were left out; more, and something else was counted.
    bool holds() const { return known() && ratio() >= 1.9 && ratio() <= 2.1; }
};

/// Below this no machine's noise explains it: work was left out, and the result is wrong. Between
/// this and 1.9 the point is called disturbed.
inline constexpr double surely_left_out = 1.75;

/// The least of either, from several tries: another program only ever adds time.
Doubling least_of(const Doubling& a, const Doubling& b);

} // namespace lockstep
