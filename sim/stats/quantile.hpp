// SPDX-License-Identifier: MIT
// Medians and quantiles of samples. Timings have a long tail to the right, so nothing here or above
// it ever takes a mean of them.
#pragma once

#include <span>
#include <vector>

namespace lockstep::stats {

/// The q-quantile, 0 <= q <= 1, interpolated linearly between order statistics (Hyndman and Fan
/// 1996, type 7: what R and NumPy give). NaN for no samples.
double quantile(std::span<const double> samples, double q);

/// The middle sample, or the mean of the middle two. NaN for no samples.
double median(std::span<const double> samples);

/// The samples in rising order.
std::vector<double> sorted(std::span<const double> samples);

} // namespace lockstep::stats
