// SPDX-License-Identifier: MIT
// How wide this machine's vector unit is, as far as Highway has code for it.
#pragma once

namespace lockstep {

/// Floats that one instruction works on in the target that Highway chooses at run time: 4 for SSE
/// and NEON, 8 for AVX2, 16 for AVX-512; at most 64, and at least 1.
int vector_lanes_f32();

} // namespace lockstep
