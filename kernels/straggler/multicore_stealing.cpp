// SPDX-License-Identifier: MIT
// Each worker splits its range and keeps the near end; an idle one steals the
// far end of another's (oneTBB). The loop's own join ends the step.
#include "kernels/straggler/straggler.hpp"

#include <atomic>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace lockstep::straggler {

std::uint64_t multicore_stealing(const Straggler& job, Context& run) {
    std::atomic<std::uint64_t> sum = 0;
    for (int step = 0; step < job.steps; ++step) {
        const auto one = [&](int task) {
            const int worker = tbb::this_task_arena::current_thread_index();
            const Stamp stamp(*run.record, worker, step, task);
            sum += job.carry_out(run.input, step, task);
        };
        tbb::parallel_for(0, job.tasks, one, tbb::simple_partitioner{});
    }
    return sum;
}

} // namespace lockstep::straggler

namespace lockstep {
extern const Variant straggler_multicore_stealing{
    "straggler",
    "multicore_stealing",
    Crew::Arena,
    &ErasedRun<&straggler::multicore_stealing>::run,
    nullptr,
    "An idle worker steals half of what another still has to do (oneTBB).",
    "multicore_stealing",
    "kernels/straggler/multicore_stealing.cpp",
};
}
