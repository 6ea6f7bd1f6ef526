// SPDX-License-Identifier: MIT
// The request `simulate`, which a bench that times and one that plays answer in the same way.
#pragma once

#include "kernels/bench/pipe.hpp"

namespace lockstep::bench {

/// Sends what the simulator saw of each point and kernel, then `done`.
void answer_simulate(Pipe& pipe, protocol::SimulateRequest request);

} // namespace lockstep::bench
