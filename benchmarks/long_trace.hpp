// SPDX-License-Identifier: MIT
// A trace of ten million steps, for the figures that are the traces'.
#pragma once

#include "sim/simt/trace.hpp"

namespace lockstep::benchmarks {

/// Of a block of eight warps that load, store, meet at barriers and part. Made once.
Result<simt::Trace*> long_trace();

} // namespace lockstep::benchmarks
