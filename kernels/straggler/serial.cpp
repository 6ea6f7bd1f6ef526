// SPDX-License-Identifier: MIT
// One worker carries out every task. Waits are each worker's own, so a worker
// alone waits only for its own, and takes the others' marks as they are.
#include "kernels/straggler/straggler.hpp"

namespace lockstep::straggler {

std::uint64_t serial(const Straggler& job, Context& run) {
    std::uint64_t sum = 0;
    for (int step = 0; step < job.steps; ++step) {
        const int last = job.waits ? 1 : job.tasks;
        for (int task = 0; task < last; ++task) {
            const Stamp stamp(*run.record, 0, step, task);
            sum += job.carry_out(run.input, step, task);
        }
        for (int task = last; task < job.tasks; ++task)
            sum += job.mark(run.input, step, task);
    }
    return sum;
}

} // namespace lockstep::straggler

namespace lockstep {
extern const Variant straggler_serial{
    "straggler", "serial",
    Crew::One,   &ErasedRun<&straggler::serial>::run,
    nullptr,     "One worker, who waits for nobody.",
    "serial",    "kernels/straggler/serial.cpp",
};
}
