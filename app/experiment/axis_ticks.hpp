// SPDX-License-Identifier: MIT
// Where an axis has its grid lines.
#pragma once

#include <vector>

namespace lockstep {

/// Steps of 1, 2, 2.5 or 5 times a power of ten, about `about` of them, all inside low .. high.
std::vector<double> even_ticks(double low, double high, int about);
/// Powers of two inside low .. high, at most `most` (then every second, third ...). Less than two
/// doublings have even ticks, which say more. low > 0.
std::vector<double> doubling_ticks(double low, double high, int most);

} // namespace lockstep
