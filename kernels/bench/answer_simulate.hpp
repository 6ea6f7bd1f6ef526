// SPDX-License-Identifier: MIT
// The request `simulate`, which a bench that times and one that plays answer in the same way.
#pragma once

#include "kernels/bench/pipe.hpp"

#include <filesystem>

namespace lockstep::bench {

/// Sends what the simulator saw of each point and kernel, then `done`. `folder` holds the PTX.
void answer_simulate(Pipe& pipe, const protocol::SimulateRequest& request,
                     const std::filesystem::path& folder);

/// The folder of this program, where the build puts the PTX and the fat binaries.
std::filesystem::path own_folder();

} // namespace lockstep::bench
