// SPDX-License-Identifier: MIT
// The simulated part of a run: it begins when nothing is timed any more.
#pragma once

#include "app/experiment/bench_process.hpp"
#include "app/experiment/commands.hpp"

namespace lockstep {

/// Asks the second bench for what was queued. False when nothing was.
bool begin_simulation(Session& session, Effects& effects);

/// The second bench died, stalled, lied or flooded: a notice with the last lines of its log and the
/// command that repeats the run. Marks that had come stay; the bench that times is not touched.
void simulation_failed(Session& session, const BenchFailure& failure, Effects& effects);

} // namespace lockstep
