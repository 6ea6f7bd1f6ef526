// SPDX-License-Identifier: MIT
// Each of p workers makes a stretch of the loads. The lines that they waste
// come through the same memory.
#include "kernels/gather/gather.hpp"

#include <atomic>

namespace lockstep::gather {

std::uint64_t multicore(const Gather& job, Context& run) {
    const std::uint32_t* x = job.x();
    const std::uint32_t* index = job.order(run.input);
    const std::uint32_t begin = job.begin(run.input), stride = job.stride;
    std::atomic<std::uint32_t> total = 0;
    const auto until = [&](int worker) {
        return static_cast<std::uint32_t>(std::int64_t{job.loads} * worker /
                                          run.workers);
    };
    run.team->run([&](int worker) {
        const Stamp stamp(*run.record, worker, 0, worker);
        std::uint32_t sum = 0, k = until(worker);
        const std::uint32_t loads = until(worker + 1);
        if (job.shuffled)
            for (; k < loads; ++k)
                sum += x[index[k]];
        else
            for (; k < loads; ++k)
                sum += x[(begin + k * stride) & job.mask];
        total += sum;
    });
    return total;
}

} // namespace lockstep::gather

namespace lockstep {
extern const Variant gather_multicore{
    "gather",    "multicore",
    Crew::Team,  &ErasedRun<&gather::multicore>::run,
    nullptr,     "Each of p workers makes a stretch of the loads.",
    "multicore", "kernels/gather/multicore.cpp",
};
}
