// SPDX-License-Identifier: MIT
// What the bench says of a run, gathered into its points.
#pragma once

#include "app/experiment/run.hpp"

namespace lockstep {

/// False for a message of another run or of a point that was not asked for: it is ignored.
bool collect(Run& run, const protocol::FromBench& message);

} // namespace lockstep
