// SPDX-License-Identifier: MIT
// Series whose marks are the same lie on top of each other: one name for them all, or each would
// stand beside a line that is not its own. Counts of two kernels are often equal, their times
// nearly.
#pragma once

#include "app/pages/lesson/plan.hpp"

namespace lockstep::lab {

/// The first of equal series gets the names of all, the others none: "naive = padded", "a ≈ b"
/// where only the eye cannot tell them apart on this axis. Ghosts, and what has another provenance,
/// are left as they are.
void name_equal_curves_once(std::vector<SeriesShown>& series, const Axis& y);

} // namespace lockstep::lab
