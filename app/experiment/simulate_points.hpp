// SPDX-License-Identifier: MIT
// The simulated part of a plan: the points of each kernel's series, and the request for the second
// bench.
#pragma once

#include "app/experiment/sweep.hpp"

namespace lockstep {

/// Adds series, points and request for what the experiment has simulated, after the timed ones; a
/// point that the previous run has counted is taken over. `values` are all parameters, x at its own
/// place. Fails for a variant that this bench cannot simulate. Nothing for a sweep over workers,
/// which a kernel does not have.
Result<void> plan_simulation(PlannedRun& plan, const SweepInput& input, const Values& values,
                             const std::vector<double>& xs);

} // namespace lockstep
