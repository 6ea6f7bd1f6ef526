// SPDX-License-Identifier: MIT
// One thread and one counter: nobody else wants its cache line.
#include "kernels/false_sharing/false_sharing.hpp"

namespace lockstep::false_sharing {

std::uint64_t serial(const FalseSharing& job, Context& run) {
    job.restart(run.input);
    Counter& counter = job.counter(0);
    {
        const Stamp stamp(*run.record, 0, 0, 0);
        job.increment(counter);
    }
    return job.fold_as_if_all(counter.load(std::memory_order_relaxed));
}

} // namespace lockstep::false_sharing

namespace lockstep {
extern const Variant false_sharing_serial{
    "false_sharing",
    "serial",
    Crew::One,
    &ErasedRun<&false_sharing::serial>::run,
    nullptr,
    "One thread and one counter: nobody else wants its cache line.",
    "serial",
    "kernels/false_sharing/serial.cpp",
};
}
