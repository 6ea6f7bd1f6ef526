// SPDX-License-Identifier: MIT
// One thread and one counter: nobody else wants its cache line.
#include "kernels/false_sharing/false_sharing.hpp"

namespace lockstep::false_sharing {

std::uint64_t serial(const FalseSharing& job, Context& run) {
    job.restart(run.input);
    const Stamp stamp(*run.record, 0, 0, 0);
    Counter& counter = job.counter(0);
    std::uint64_t count = FalseSharing::start(run.input);
    switch (job.store) {
    case Store::FetchAdd:
        for (std::int64_t i = 0; i < job.increments; ++i)
            counter.fetch_add(1, std::memory_order_relaxed);
        break;
    case Store::LoadAndStore:
        for (std::int64_t i = 0; i < job.increments; ++i)
            counter.store(counter.load(std::memory_order_relaxed) + 1,
                          std::memory_order_relaxed);
        break;
    case Store::StoreOnly:
        for (std::int64_t i = 0; i < job.increments; ++i)
            counter.store(++count, std::memory_order_relaxed);
        break;
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
