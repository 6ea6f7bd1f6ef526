// SPDX-License-Identifier: MIT
// One queue, p cashiers, one on each core: whoever is free takes the next
// customer and serves that one to the end.
#include "kernels/chains/chains.hpp"

#include <atomic>

namespace lockstep::chains {

std::uint64_t multicore(const Chains& job, Context& run) {
    std::atomic<std::uint64_t> sum = 0;
    std::atomic<int> next = 0;
    run.team->run([&](int worker) {
        for (int i = next++; i < job.chains; i = next++) {
            const Stamp stamp(*run.record, worker, 0, i);
            sum += job.serve(run.input, i);
        }
    });
    return sum;
}

} // namespace lockstep::chains

namespace lockstep {
extern const Variant chains_multicore{
    "chains",
    "multicore",
    Crew::Team,
    &ErasedRun<&chains::multicore>::run,
    nullptr,
    "One queue; on each core a worker who takes the next customer "
    "as soon as the last is served.",
    "multicore",
    "kernels/chains/multicore.cpp",
};
}
