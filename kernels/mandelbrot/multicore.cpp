// SPDX-License-Identifier: MIT
// The tiles are the tasks of p workers (oneTBB): handed out, or dealt evenly.
#include "kernels/mandelbrot/mandelbrot.hpp"

#include <atomic>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace lockstep::mandelbrot {

static void draw_tile(const Mandelbrot& job, const View& view, int i) {
    const Tile t = job.tile(i);
    for (int y = t.top; y < t.bottom; ++y) {
        const float ci = view.top + static_cast<float>(y) * view.step;
        for (int x = t.left; x < t.right; ++x) {
            const float cr = view.left + static_cast<float>(x) * view.step;
            float zr = 0, zi = 0;
            int n = 0;
            for (; n < job.iterations && zr * zr + zi * zi <= 4; ++n) {
                const float next = zr * zr - zi * zi + cr;
                zi = 2 * zr * zi + ci;
                zr = next;
            }
            job.row(y)[x] = n;
        }
    }
}

std::uint64_t multicore(const Mandelbrot& job, Context& run) {
    std::atomic<std::uint64_t> sum = 0;
    const auto one = [&](int i) {
        const int worker = tbb::this_task_arena::current_thread_index();
        const Stamp stamp(*run.record, worker, 0, i);
        draw_tile(job, job.view(run.input), i);
        sum += job.fold(i);
    };
    if (job.dynamic)
        tbb::parallel_for(0, job.tiles(), one, tbb::simple_partitioner{});
    else
        tbb::parallel_for(0, job.tiles(), one, tbb::static_partitioner{});
    return sum;
}

} // namespace lockstep::mandelbrot

namespace lockstep {
extern const Variant mandelbrot_multicore{
    "mandelbrot", "multicore",
    Crew::Arena,  &ErasedRun<&mandelbrot::multicore>::run,
    nullptr,      "Tiles are the tasks of p workers.",
    "draw_tile",  "kernels/mandelbrot/multicore.cpp",
};
}
