// SPDX-License-Identifier: MIT
// The request `simulate`, which a bench that times and one that plays answer in the same way.
#pragma once

#include "kernels/bench/pipe.hpp"
#include "kernels/bench/trace_desk.hpp"

namespace lockstep::bench {

/// Sends what the simulator saw of each point and kernel, then `done`. A trace that was asked for
/// is left at the desk.
void answer_simulate(Pipe& pipe, protocol::SimulateRequest request, TraceDesk& traces);

} // namespace lockstep::bench
