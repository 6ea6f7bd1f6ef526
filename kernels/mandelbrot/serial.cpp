// SPDX-License-Identifier: MIT
// One pixel after the other, tile by tile, on one core.
#include "kernels/mandelbrot/mandelbrot.hpp"

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

std::uint64_t serial(const Mandelbrot& job, Context& run) {
    std::uint64_t sum = 0;
    for (int i = 0; i < job.tiles(); ++i) {
        const Stamp stamp(*run.record, 0, 0, i);
        draw_tile(job, job.view(run.input), i);
        sum += job.fold(i);
    }
    return sum;
}

} // namespace lockstep::mandelbrot

namespace lockstep {
extern const Variant mandelbrot_serial{
    "mandelbrot", "serial",
    Crew::One,    &ErasedRun<&mandelbrot::serial>::run,
    nullptr,      "One pixel after the other, on one core.",
    "draw_tile",  "kernels/mandelbrot/serial.cpp",
};
}
