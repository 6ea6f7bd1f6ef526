// SPDX-License-Identifier: MIT
// Loads of four bytes that do not lie side by side.
//     for (int k = 0; k < loads; ++k)
//         sum += x[(begin + k * stride) & mask];    // or x[index[k]]
// Memory moves lines (CPU: 64 bytes) and sectors (GPU: 32), not words: how many
// of them the words of one vector or warp lie in sets the speed.
#pragma once

#include "kernels/measure/workload.hpp"

#include <array>

namespace lockstep {

/// What memory moves at once, at most: 128 bytes on a GPU, 64 on most CPUs.
struct alignas(128) GatherLine {
    std::uint32_t words[32];
};

struct Gather : Problem {
    int loads = 0;
    std::uint32_t stride = 1; ///< words from one load to the next
    std::uint32_t offset = 0; ///< words from a line's begin to the first load
    std::uint32_t mask = 0;   ///< words of x, less one: past the end is begin
    bool shuffled = false;    ///< the same loads, in an order from memory
    std::vector<GatherLine> lines;
    /// [load] when shuffled, else nothing
    std::array<std::vector<std::uint32_t>, input_count> index;

    const std::uint32_t* x() const {
        return reinterpret_cast<const std::uint32_t*>(lines.data());
    }

    /// Where the first load lies. The four inputs read four quarters of x.
    std::uint32_t begin(int input) const {
        return static_cast<std::uint32_t>(input) * ((mask + 1) / input_count) +
               offset;
    }
    const std::uint32_t* order(int input) const {
        return index[static_cast<std::size_t>(input)].data();
    }

    /// What goes up and comes back for a kernel of eight loads a thread: the
    /// array and the order, and a sum of each thread.
    LaunchPlan plan(std::string kernel, int input) const;
};

extern const Workload gather_workload;

} // namespace lockstep
