// SPDX-License-Identifier: MIT
// A sum for each of p workers, made in a variable of its own; they meet once,
// at the end.
#include "kernels/reduction/reduction.hpp"

#include <atomic>

namespace lockstep::reduction {

std::uint64_t multicore(const Reduction& job, Context& run) {
    const std::uint32_t* x = job.x_of(run.input);
    std::atomic<std::uint32_t> total = 0;
    const auto until = [&](int worker) {
        return static_cast<int>(std::int64_t{job.n} * worker / run.workers);
    };
    run.team->run([&](int worker) {
        const Stamp stamp(*run.record, worker, 0, worker);
        const int end = until(worker + 1);
        std::uint32_t sum = 0;
        for (int i = until(worker); i < end; ++i)
            sum += x[i];
        total += sum;
    });
    return total;
}

} // namespace lockstep::reduction

namespace lockstep {
extern const Variant reduction_multicore{
    "reduction", "multicore",
    Crew::Team,  &ErasedRun<&reduction::multicore>::run,
    nullptr,     "A sum for each of p workers, and then the sum of these.",
    "multicore", "kernels/reduction/multicore.cpp",
};
}
