// SPDX-License-Identifier: MIT
// Dealt beforehand: worker w has the w-th block of tasks, whatever they cost.
#include "kernels/straggler/straggler.hpp"

#include <atomic>

namespace lockstep::straggler {

std::uint64_t multicore_static(const Straggler& job, Context& run) {
    std::atomic<std::uint64_t> sum = 0;
    run.team->run([&](int worker) {
        const int first = job.first(worker, run.workers);
        const int last = job.first(worker + 1, run.workers);
        for (int step = 0; step < job.steps; ++step) {
            for (int task = first; task < last; ++task) {
                const Stamp stamp(*run.record, worker, step, task);
                sum += job.carry_out(run.input, step, task);
            }
            run.team->barrier();
        }
    });
    return sum;
}

} // namespace lockstep::straggler

namespace lockstep {
extern const Variant straggler_multicore_static{
    "straggler",
    "multicore_static",
    Crew::Team,
    &ErasedRun<&straggler::multicore_static>::run,
    nullptr,
    "Each worker is dealt its tasks beforehand.",
    "multicore_static",
    "kernels/straggler/multicore_static.cpp",
};
}
