// SPDX-License-Identifier: MIT
// How many blocks an SM holds at once, and what it runs out of first. The rules of NVIDIA's
// occupancy calculator: cuda_occupancy.h of CUDA 13.0, compute capability 7.5 and later.
#pragma once

#include "sim/simt/device.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::simt {

enum class Limiter : std::uint8_t { Warps, Blocks, Registers, SharedMemory };
inline constexpr int limiter_count = 4;

std::string_view name_of(Limiter limiter); ///< "shared memory"

/// Of a resource that the kernel does not use.
inline constexpr int no_limit = std::numeric_limits<int>::max();

struct Occupancy {
    int blocks_per_sm = 0;
    int warps_per_block = 0;
    int warps_per_sm = 0;
    double fraction = 0; ///< warps_per_sm of the slots there are

    std::array<int, limiter_count> allowed{}; ///< blocks per SM by each resource alone
    std::vector<Limiter> limiters;            ///< those that allow no more; none when impossible
    int registers_per_block = 0;              ///< with what rounding adds
    int shared_bytes_per_block = 0;           ///< with what is reserved and what rounding adds
    bool needs_opt_in = false; ///< more than 48 KiB: the launch fails without cudaFuncSetAttribute
    std::string impossible;    ///< why such a block cannot be launched at all, as a sentence

    int allowed_by(Limiter limiter) const { return allowed[static_cast<std::size_t>(limiter)]; }
};

/// `registers_per_thread` is what ptxas says for this card, `shared_bytes` static and dynamic
/// together. The card is taken to give shared memory as much of the L1 as it can, which is what it
/// does for a kernel that needs it.
Occupancy occupancy(const Device& device, int block_threads, int registers_per_thread,
                    std::int64_t shared_bytes);

/// PTX has as many registers as it likes, so that without ptxas there is only a range.
struct OccupancyRange {
    Occupancy most;             ///< with 16 registers a thread
    Occupancy least;            ///< with 255; may be impossible
    int registers_that_fit = 0; ///< the most with which a block can be launched; 0: with none
};
inline constexpr int fewest_registers = 16, most_registers = 255;

OccupancyRange occupancy_range(const Device& device, int block_threads, std::int64_t shared_bytes);

/// Blocks that the whole card holds at once: a wave.
int resident_blocks(const Device& device, const Occupancy& occupancy);

} // namespace lockstep::simt
