// SPDX-License-Identifier: MIT
// The map of the generic address space: where the windows of each state space lie. Made so that 0,
// small numbers and the ends of allocations hit nothing.
#pragma once

#include <cstdint>

namespace lockstep::simt {

inline constexpr std::uint64_t global_start = 0x0000'7000'0000'0000;
inline constexpr std::uint64_t constant_start = 0x0000'6000'0000'0000;
inline constexpr std::uint64_t shared_start = 0x0000'5000'0000'0000;
inline constexpr std::uint64_t local_start = 0x0000'4000'0000'0000;
inline constexpr std::uint64_t code_start = 0x0000'3000'0000'0000;
/// No window of a block or a thread is larger.
inline constexpr std::uint64_t window_bytes = 0x0000'0000'1000'0000;
/// Between two allocations: an index that is a little wrong hits nothing.
inline constexpr std::uint64_t gap_bytes = 4096;
inline constexpr std::uint64_t allocation_align = 256;

/// Addresses of functions: 16 apart, beginning with code_start.
inline constexpr std::uint64_t code_step = 16;

} // namespace lockstep::simt
