// SPDX-License-Identifier: MIT
// From counters to marks: what estimates.hpp is for samples. A count has no interval: it is the
// same on every machine and every day.
#pragma once

#include "app/experiment/run.hpp"

namespace lockstep {

/// A count as it is read: all digits of a whole one below a million, else three.
std::string count_digits(double value);

/// of / per of a point in its run's terms; nothing while it was not counted, or where it has none
/// of what it is counted per.
std::optional<double> count_of(const Run& run, const Point& point);

/// The mark that keeps x, point and baseline of `mark`: the count itself, or against that of its
/// baseline where the run's quantity is a ratio. low == high == value, n is 1; no factors.
Estimate counted_estimate(const Run& run, const Estimate& mark);

/// Side a over side b, as the run's quantity has it (a speedup is b over a); infinite where the
/// other side counts 0.
Estimate compare_counts(const Run& run, const Point& a, const Point& b);

} // namespace lockstep
