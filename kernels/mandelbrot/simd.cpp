// SPDX-License-Identifier: MIT
// Vector lanes draw the tiles, one tile after the other, on one core. Highway
// chooses the widest instruction set that this machine has, at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/mandelbrot/simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/mandelbrot/simd_tile.hpp"

#if HWY_ONCE
namespace lockstep {
namespace mandelbrot {
HWY_EXPORT(draw_tile);

std::uint64_t draw_tile_simd(const Mandelbrot& job, Context& run, int i) {
    return HWY_DYNAMIC_DISPATCH(draw_tile)(job, run, i);
}

std::uint64_t simd(const Mandelbrot& job, Context& run) {
    std::uint64_t sum = 0;
    for (int i = 0; i < job.tiles(); ++i) {
        const Stamp stamp(*run.record, 0, 0, i);
        sum += draw_tile_simd(job, run, i);
    }
    return sum;
}

} // namespace mandelbrot

extern const Variant mandelbrot_simd{
    "mandelbrot", "simd",
    Crew::One,    &ErasedRun<&mandelbrot::simd>::run,
    nullptr,      "W pixels at a time, until the last of them has left.",
    "draw_tile",  "kernels/mandelbrot/simd_tile.hpp",
};
} // namespace lockstep
#endif
