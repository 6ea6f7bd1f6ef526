// SPDX-License-Identifier: MIT
// The chains are dealt to p workers. Each walks his one after the other: as
// many loads are under way as there are cores.
#include "kernels/pointer_chase/pointer_chase.hpp"

namespace lockstep::pointer_chase {

std::uint64_t multicore(const PointerChase& job, Context& run) {
    const std::uint32_t* x = job.x();
    const std::uint32_t* begin = job.begin(run.input);
    const auto until = [&](int worker) {
        return static_cast<int>(std::int64_t{job.chains} * worker /
                                run.workers);
    };
    run.team->run([&](int worker) {
        const Stamp stamp(*run.record, worker, 0, worker);
        const int end = until(worker + 1);
        for (int chain = until(worker); chain < end; ++chain) {
            const int steps = job.steps(chain);
            std::uint32_t at = begin[chain];
            for (int step = 0; step < steps; ++step)
                at = x[at];
            job.end[static_cast<std::size_t>(chain)] = at;
        }
    });
    return job.fold();
}

} // namespace lockstep::pointer_chase

namespace lockstep {
extern const Variant pointer_chase_multicore{
    "pointer_chase",
    "multicore",
    Crew::Team,
    &ErasedRun<&pointer_chase::multicore>::run,
    nullptr,
    "Chains are dealt to p workers, who walk theirs one by one.",
    "multicore",
    "kernels/pointer_chase/multicore.cpp",
};
}
