// SPDX-License-Identifier: MIT
// Columns of samples that were read from a file, made fit for the estimates.
#pragma once

#include "app/experiment/run.hpp"

namespace lockstep {

/// Fills missing columns (rounds 0, 1, 2 ..; the longest from the busy times), and takes out
/// samples that have no time. What cannot be mended is said: "flags has 3 entries and time_ns
/// has 4."; else the text is empty and all columns are as long as time_ns.
std::string fit_columns(Point& point);

} // namespace lockstep
