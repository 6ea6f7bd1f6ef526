// SPDX-License-Identifier: MIT
// The loop of the peak probe, compiled for each instruction set.
#pragma once

#include <cstdint>

namespace lockstep {

/// Room that both loops need for what comes out: chains times lanes at most.
inline constexpr int most_chain_numbers = 16 * 64;

/// `steps` times x = x * one + one in every lane of every chain, of which there are as many as
/// `start` has numbers; returns how many that is. In the target that Highway chooses. With one = 1
/// every number of `out` is steps more than its start: exactly, below 2^24 also in floats.
int count_up_f32(std::int64_t steps, float one, const float* start, float* out);
int count_up_f64(std::int64_t steps, double one, const double* start, double* out);

/// Whether the target that Highway chooses does x * one + one in one instruction.
bool fuses();
/// Its lanes of 32 bits.
int chain_lanes_f32();

} // namespace lockstep
