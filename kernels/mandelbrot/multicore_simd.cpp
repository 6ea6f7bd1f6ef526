// SPDX-License-Identifier: MIT
// The tiles are the tasks of p workers, and each draws with vector lanes.
#include "kernels/mandelbrot/mandelbrot.hpp"

#include <atomic>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace lockstep::mandelbrot {

std::uint64_t multicore_simd(const Mandelbrot& job, Context& run) {
    std::atomic<std::uint64_t> sum = 0;
    const auto one = [&](int i) {
        const int worker = tbb::this_task_arena::current_thread_index();
        const Stamp stamp(*run.record, worker, 0, i);
        sum += draw_tile_simd(job, run, i);
    };
    if (job.dynamic)
        tbb::parallel_for(0, job.tiles(), one, tbb::simple_partitioner{});
    else
        tbb::parallel_for(0, job.tiles(), one, tbb::static_partitioner{});
    return sum;
}

} // namespace lockstep::mandelbrot

namespace lockstep {
extern const Variant mandelbrot_multicore_simd{
    "mandelbrot",
    "multicore_simd",
    Crew::Arena,
    &ErasedRun<&mandelbrot::multicore_simd>::run,
    nullptr,
    "Tiles are the tasks of p workers, who draw with vector lanes.",
    "multicore_simd",
    "kernels/mandelbrot/multicore_simd.cpp",
};
}
