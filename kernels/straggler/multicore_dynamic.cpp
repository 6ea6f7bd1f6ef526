// SPDX-License-Identifier: MIT
// One queue: whoever is free takes the next task, in the order they lie in.
#include "kernels/straggler/straggler.hpp"

#include <atomic>

namespace lockstep::straggler {

std::uint64_t multicore_dynamic(const Straggler& job, Context& run) {
    std::atomic<std::uint64_t> sum = 0;
    for (std::atomic<int>& next : job.next)
        next = 0;
    run.team->run([&](int worker) {
        for (int step = 0; step < job.steps; ++step) {
            std::atomic<int>& next = job.next[static_cast<std::size_t>(step)];
            for (int task = next++; task < job.tasks; task = next++) {
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
extern const Variant straggler_multicore_dynamic{
    "straggler",
    "multicore_dynamic",
    Crew::Team,
    &ErasedRun<&straggler::multicore_dynamic>::run,
    nullptr,
    "One queue: whoever is free takes the next task.",
    "multicore_dynamic",
    "kernels/straggler/multicore_dynamic.cpp",
};
}
