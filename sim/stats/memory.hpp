// SPDX-License-Identifier: MIT
// Rounds that remember: what slows one down often slows the next, and then n rounds say less than n
// independent ones. How much less is read off the rounds themselves, and the sign test's ranks move
// outwards by as much. Coverage with and without it: tests/sim/stats/memory_test.cpp.
#pragma once

#include <span>

namespace lockstep::stats {

/// The lag-1 autocorrelation of these ratios in the order in which they were measured, 0 to 0.95,
/// and 0 where the rounds do not show any beyond chance (one-sided, 10 %). It is that of their
/// normal scores, which no single wild round decides, freed of its bias in short series: E[r] =
/// rho - (1 + 3 rho)/n (Kendall 1954, "Note on bias in the estimation of autocorrelation",
/// Biometrika 41, 403-404). Fewer than six ratios: 0.
double round_memory(std::span<const double> ratios);

/// The memory that an interval of these ratios is widened for, 0 to 0.97: 0 where round_memory() is
/// 0, else at least that. What remembers is often hidden under noise that does not, and then the
/// first lag shows a part of it only, but the further ones fall off as slowly as it forgets: of
/// each lag k up to 8 whose autocorrelation is beyond two standard errors (Bartlett's), the k-th
/// root is such a memory, and the largest counts. Half a standard error of an autocorrelation is
/// added, since an estimate that is too low does more harm than one that is too high. How many
/// rounds are planned still goes by round_memory().
double interval_memory(std::span<const double> ratios);

/// By how much the variance of the number of rounds on one side of the median grows when the noise
/// is an autoregression of first order with this memory: 1 + 2 sum_k (1 - k/n) (2/pi) asin(rho^k)
/// (Gastwirth and Rubin 1971, "Effect of dependence on the level of some one-sample tests", J. Am.
/// Stat. Assoc. 66, 816-820). n rounds count like n / widening independent ones. 1 for none.
double widening(double memory, int n);

} // namespace lockstep::stats
