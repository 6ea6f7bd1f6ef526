// SPDX-License-Identifier: MIT
// p threads on p cores, each with a counter of its own, `distance` bytes from
// the next. No race: every counter is atomic, and only one thread's.
#include "kernels/false_sharing/false_sharing.hpp"

namespace lockstep::false_sharing {

std::uint64_t multicore(const FalseSharing& job, Context& run) {
    job.restart(run.input);
    run.team->run([&](int worker) {
        const Stamp stamp(*run.record, worker, 0, worker);
        job.increment(job.counter(worker));
    });
    return job.fold();
}

} // namespace lockstep::false_sharing

namespace lockstep {
extern const Variant false_sharing_multicore{
    "false_sharing", "multicore",
    Crew::Team,      &ErasedRun<&false_sharing::multicore>::run,
    nullptr,         "Each thread on its own core counts in its own variable.",
    "multicore",     "kernels/false_sharing/multicore.cpp",
};
}
