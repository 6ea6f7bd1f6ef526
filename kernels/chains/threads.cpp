// SPDX-License-Identifier: MIT
// The same queue with as many cashiers as asked for, on whatever cores there
// are: for customers who only wait (kind = timers), of whom a core serves many.
#include "kernels/chains/chains.hpp"

#include <atomic>

namespace lockstep::chains {

std::uint64_t threads(const Chains& job, Context& run) {
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
extern const Variant chains_threads{
    "chains",
    "threads",
    Crew::Threads,
    &ErasedRun<&chains::threads>::run,
    nullptr,
    "More workers than cores: the customers wait on timers, so that many are "
    "served at once.",
    "threads",
    "kernels/chains/threads.cpp",
};
}
