// SPDX-License-Identifier: MIT
// oneTBB hands the free pieces out, one at a time, to p workers; the chain
// before them still belongs to one.
#include "kernels/amdahl/amdahl.hpp"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#include <optional>

namespace lockstep::amdahl {

std::uint64_t multicore(const Amdahl& job, Context& run) {
    const std::int64_t begin_ns = Recorder::now_ns();
    std::uint64_t x = chain_start(run.input, -1);
    for (std::int64_t i = 0; i < job.serial.pieces(); ++i)
        x = chain(x, job.serial.piece(i));
    run.record->serial(begin_ns, Recorder::now_ns());

    const auto share = [&](const tbb::blocked_range<std::int64_t>& range) {
        const int worker = tbb::this_task_arena::current_thread_index();
        auto& [sum, done] = job.sums[static_cast<std::size_t>(worker)];
        for (std::int64_t i = range.begin(); i < range.end(); ++i) {
            std::optional<Stamp> stamp;
            if (job.stamped)
                stamp.emplace(*run.record, worker, 0, static_cast<int>(i));
            sum += chain(job.start(run.input, i, sum), job.shared.piece(i));
            ++done;
        }
    };
    tbb::parallel_for(
        tbb::blocked_range<std::int64_t>(0, job.shared.pieces(), 1), share,
        tbb::simple_partitioner{});
    return x + job.collect(run);
}

} // namespace lockstep::amdahl

namespace lockstep {
extern const Variant amdahl_multicore{
    "amdahl",
    "multicore",
    Crew::Arena,
    &ErasedRun<&amdahl::multicore>::run,
    nullptr,
    "oneTBB hands the free pieces out to p workers, one piece at a time.",
    "multicore",
    "kernels/amdahl/multicore.cpp",
};
}
