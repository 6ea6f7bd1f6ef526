// SPDX-License-Identifier: MIT
// W pixels at a time: all iterate until the last of them has left. Compiled
// once for each instruction set, so this guard lets the file in each time.
#if defined(LOCKSTEP_MANDELBROT_SIMD_TILE) == defined(HWY_TARGET_TOGGLE)
#ifdef LOCKSTEP_MANDELBROT_SIMD_TILE
#undef LOCKSTEP_MANDELBROT_SIMD_TILE
#else
#define LOCKSTEP_MANDELBROT_SIMD_TILE
#endif

#include "kernels/mandelbrot/mandelbrot.hpp"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace lockstep::mandelbrot::HWY_NAMESPACE {
using namespace hwy::HWY_NAMESPACE;

std::uint64_t draw_tile(const Mandelbrot& job, Context& run, int i) {
    const ScalableTag<float> d;
    const RebindToSigned<decltype(d)> di;
    const int W = static_cast<int>(Lanes(d));
    const View view = job.view(run.input);
    const Tile t = job.tile(i);
    auto used = Zero(di);
    std::int64_t offered = 0;
    for (int y = t.top; y < t.bottom; ++y) {
        const auto ci = Set(d, view.top + static_cast<float>(y) * view.step);
        for (int x = t.left; x < t.right; x += W) {
            const auto cr =
                Add(Set(d, view.left),
                    Mul(ConvertTo(d, Iota(di, x)), Set(d, view.step)));
            const auto here = FirstN(di, static_cast<unsigned>(t.right - x));
            auto inside = RebindMask(d, here);
            auto zr = Zero(d), zi = Zero(d);
            auto count = Zero(di);
            for (int n = 0; n < job.iterations; ++n, offered += W) {
                const auto zr2 = Mul(zr, zr), zi2 = Mul(zi, zi);
                inside = And(inside, Le(Add(zr2, zi2), Set(d, 4.0f)));
                if (AllFalse(d, inside)) break;
                zi = Add(Mul(Add(zr, zr), zi), ci);
                zr = Add(Sub(zr2, zi2), cr);
                count = Sub(count, VecFromMask(di, RebindMask(di, inside)));
            }
            used = Add(used, count);
            BlendedStore(count, here, di, job.row(y) + x);
        }
    }
    run.record->lanes(GetLane(SumOfLanes(di, used)),
                      static_cast<double>(offered));
    return job.fold(i);
}

} // namespace lockstep::mandelbrot::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
