// SPDX-License-Identifier: MIT
// Customers and cashiers: chains of work, each of which one worker has to do
// alone.
//     for (int i = 0; i < chains; ++i)
//         for (long s = 0; s < steps[i]; ++s)    // each step needs the last
//             x[i] = x[i] * a + b;
// The number of rounds sets the time, ceil(chains / p), or the longest chain.
#pragma once

#include "kernels/measure/workload.hpp"

namespace lockstep {

struct Chains : Problem {
    int chains = 1;
    bool timers = false;               ///< serving is waiting, not computing
    std::vector<std::int64_t> steps;   ///< by chain; all together stay the same
    std::vector<std::int64_t> wait_ns; ///< by chain, when serving is waiting

    bool is_waiting() const override { return timers; }

    /// Serves one customer from beginning to end; returns where the chain
    /// ended.
    std::uint64_t serve(int input, int i) const {
        const auto index = static_cast<std::size_t>(i);
        const std::uint64_t start = chain_start(input, i);
        if (!timers) return chain(start, steps[index]);
        sleep_until(Recorder::now_ns() + wait_ns[index]);
        return start;
    }
};

extern const Workload chains_workload;

} // namespace lockstep
