// SPDX-License-Identifier: MIT
// A run's estimates as text that a spreadsheet takes: a line a point, columns parted by tabs.
#pragma once

#include "app/experiment/run.hpp"

#include <string>
#include <vector>

namespace lockstep::lab {

/// Header line, then one line for each point of each series: variant, x, value, low, high, rounds,
/// left out, and a column for each model at the same x. A point without a time has empty cells.
std::string numbers_text(const Run& run, const std::vector<Series>& models);

} // namespace lockstep::lab
