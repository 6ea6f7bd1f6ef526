// SPDX-License-Identifier: MIT
// The baseline of a run as it is shown: the experiment's own, or a faster variant of one thread
// that was timed in the same rounds.
#pragma once

#include "app/content/lesson.hpp"
#include "app/experiment/run.hpp"

#include <string>

namespace lockstep {

/// The variant that the run may be compared with instead: a faster one of one thread where parallel
/// series are shown beside it, or the experiment's own once another was chosen. Empty: none.
std::string other_baseline(const Run& run, const content::Experiment& experiment);

/// Every mark is compared with that variant's point: at the same x where it has one there, else
/// with its only one. A mark for which there is none stays as it is.
void compare_with(Run& run, const std::string& variant);

} // namespace lockstep
