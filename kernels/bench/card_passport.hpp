// SPDX-License-Identifier: MIT
// The graphics card's part of the passport.
#pragma once

#include "kernels/protocol/passport.hpp"

namespace lockstep::bench {

/// Limits from the CUDA runtime, then half a second of copies and launches. Without a card the
/// reason, which GpuFacts has, too.
protocol::GpuInfo card_passport();

} // namespace lockstep::bench
