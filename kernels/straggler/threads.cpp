// SPDX-License-Identifier: MIT
// As many workers as asked for, on whatever cores there are: their tasks are
// waits, of which a core holds many. Each has one, and all meet after it.
#include "kernels/straggler/straggler.hpp"

#include <atomic>

namespace lockstep::straggler {

std::uint64_t threads(const Straggler& job, Context& run) {
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
extern const Variant straggler_threads{
    "straggler",
    "threads",
    Crew::Threads,
    &ErasedRun<&straggler::threads>::run,
    nullptr,
    "A worker for each task, who waits on a timer: many more than cores.",
    "threads",
    "kernels/straggler/threads.cpp",
};
}
