// SPDX-License-Identifier: MIT
// One path of loads, of which each says where the next one is, cut into chains.
//     for (int j = 0; j < chains; ++j)            // begin[j + 1] is end[j]
//         for (int s = 0; s < steps(j); ++s)
//             at = x[at];
// One load at a time waits for memory in full: latency sets the speed, divided
// by how many chains are under way at once.
#pragma once

#include "kernels/measure/workload.hpp"

#include <array>

namespace lockstep {

/// A stop of the path has a cache line of its own.
struct alignas(64) ChaseLine {
    std::uint32_t next = 0; ///< the word in which the next stop begins
    std::uint32_t unused[15] = {};
};

struct PointerChase : Problem {
    int loads = 0;
    int chains = 1;
    int block = 128; ///< threads of a block, on a card
    std::vector<ChaseLine> lines;
    /// [chain]: where each begins, which only who has walked there can know
    std::array<std::vector<std::uint32_t>, input_count> begins;
    mutable std::vector<std::uint32_t> end; ///< [chain]: where each has ended

    const std::uint32_t* x() const {
        return reinterpret_cast<const std::uint32_t*>(lines.data());
    }
    const std::uint32_t* begin(int input) const {
        return begins[static_cast<std::size_t>(input)].data();
    }
    /// Loads of a chain: they differ by one at most.
    int steps(int chain) const {
        return loads / chains + (chain < loads % chains ? 1 : 0);
    }

    /// Where the chains have ended, in 64 bits.
    std::uint64_t fold() const;
    void forget_results() const override;

    /// What goes up and comes back for a kernel of so many threads: the path
    /// with where the chains begin, and where they end. The arguments are the
    /// same for every kernel.
    LaunchPlan plan(std::string kernel, int threads, int input) const;
};

extern const Workload pointer_chase_workload;

} // namespace lockstep
