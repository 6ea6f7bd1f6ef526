// SPDX-License-Identifier: MIT
// 95 % intervals of medians and of ratios of times (measuring rules 2, 3 and 6). All rest on ranks:
// they hold for any distribution of the noise, however long its tail.
#pragma once

#include <span>

namespace lockstep::stats {

/// An estimate with its 95 % interval. Fewer than six samples admit no 95 % interval of a median:
/// then the ends are infinite (0 and infinity for a ratio). No samples: value NaN, n 0.
struct Interval {
    double value = 0, low = 0, high = 0;
    int n = 0; ///< samples or pairs that it rests on
    /// The rounds remember each other so much that even from the smallest to the largest is no 95 %
    /// interval: it is shown, and no difference is claimed from it.
    bool whole_range = false;

    bool bounded() const; ///< there is one: both ends are finite
    bool contains(double x) const { return low <= x && x <= high; }
};

/// The sign test turned into an interval: which ranks, counted from 1 at either end, bound the
/// median of n samples with at least 95 %. 0 when n < 6. At n = 15 it is 4: the 4th smallest and
/// 4th largest.
int sign_test_rank(int n);

/// The same for samples that count like n / widening independent ones (memory.hpp): the distance
/// from the middle grows with the square root of it. 0 when not even the first and last will do.
int sign_test_rank(int n, double widening);

/// P(X <= k) for X the number of heads in n throws of a fair coin, exact in double precision.
double binomial_half_cdf(int n, int k);

/// Median with its order-statistic (sign-test) interval; coverage at least 95 % for independent
/// samples of any continuous distribution (Conover 1999, section 3.2).
Interval median_interval(std::span<const double> samples);

/// Ratio a/b of paired times: the median of the paired ratios a_i / b_i, which is that of their
/// logs, with its sign-test interval. Pairing takes out whatever slows both sides of a round alike.
/// For a speedup `a` is the baseline. An odd number of pairs is used, all but the last if even, so
/// that the value is the ratio of one pair that was really measured. Pairs need a, b > 0 and equal
/// lengths. `memory` is that of the rounds (memory.hpp), of which the pilot may know more than the
/// pairs alone: the ranks move outwards as if there were fewer pairs.
Interval ratio_interval(std::span<const double> a, std::span<const double> b, double memory = 0);

/// Ratio of the medians of unpaired times (runs of different days): log median(a) - log median(b)
/// with a normal interval; the variance of each median comes from the distance of two of its order
/// statistics. Source: Price and Bonett 2002, "Distribution-free confidence intervals for
/// difference and ratio of medians", J. Stat. Comput. Simul. 72, 119-124 (after McKean and Schrader
/// 1984). Text that shows it says "unpaired": drift between the days is inside the value, not in
/// the interval. `confidence` is that of the interval: m comparisons that are judged together ask
/// for 1 - 0.05 / m of each (Bonferroni). The memories are those of each side's rounds
/// (memory.hpp): the variance of its median grows as if there were fewer of them.
Interval unpaired_ratio_interval(std::span<const double> a, std::span<const double> b,
                                 double confidence = 0.95, double memory_a = 0,
                                 double memory_b = 0);

/// The standard error of the median by that method; infinite for fewer than six samples.
double median_standard_error(std::span<const double> samples);

/// Whether a ratio's interval leaves out 1. If not: "not distinguishable here".
bool distinguishable(const Interval& ratio);

} // namespace lockstep::stats
