// SPDX-License-Identifier: MIT
// Moves values between memory and the lanes of a slot, lane by lane.
#pragma once

#include "sim/simt/step.hpp"

namespace lockstep::simt {

/// Loads elements of `width` bytes into lanes of `reg` bytes (wider ones are filled with the sign
/// or with zeros). Null when there is no such load.
Move choose_load(int width, int reg, bool extends_sign);
/// Stores the low `width` bytes of lanes of `reg` bytes.
Move choose_store(int width, int reg);

} // namespace lockstep::simt
