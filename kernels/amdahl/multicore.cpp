// SPDX-License-Identifier: MIT
// Each free piece becomes a task of oneTBB, which any of p workers may take;
// the chain before them still belongs to one.
#include "kernels/amdahl/amdahl.hpp"

#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>
#include <optional>

namespace lockstep::amdahl {

std::uint64_t multicore(const Amdahl& job, Context& run) {
    const std::int64_t begin_ns = Recorder::now_ns();
    std::uint64_t x = chain_start(run.input, -1);
    for (std::int64_t i = 0; i < job.serial.pieces(); ++i)
        x = chain(x, job.serial.piece(i));
    run.record->serial(begin_ns, Recorder::now_ns());

    tbb::task_group pieces;
    for (std::int64_t i = 0; i < job.shared.pieces(); ++i)
        pieces.run([&, i] {
            const int worker = tbb::this_task_arena::current_thread_index();
            auto& [sum, done] = job.sums[static_cast<std::size_t>(worker)];
            std::optional<Stamp> stamp;
            if (job.stamped)
                stamp.emplace(*run.record, worker, 0, static_cast<int>(i));
            sum += chain(job.start(run.input, i, sum), job.shared.piece(i));
            ++done;
        });
    pieces.wait();
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
    "Each free piece is a task that any of p workers may take (oneTBB).",
    "multicore",
    "kernels/amdahl/multicore.cpp",
};
}
