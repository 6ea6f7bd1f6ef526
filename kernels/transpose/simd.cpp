// SPDX-License-Identifier: MIT
// The same tiles; inside them 4 x 4 words are read, turned in registers and
// written, so that a store carries four words of a line and not one.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/transpose/simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/transpose/transpose.hpp"
#include "kernels/transpose/turn.hpp"

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace lockstep::transpose::HWY_NAMESPACE {
std::uint64_t simd(const Transpose& job, Context& run) {
    const int n = job.n, tile = job.tile;
    const std::uint32_t* x = job.x_of(run.input);
    std::uint32_t* y = job.y.data();
    for (int top = 0; top < n; top += tile)
        for (int left = 0; left < n; left += tile) {
            const int bottom = std::min(top + tile, n);
            const int right = std::min(left + tile, n);
            int row = top;
            for (; row + 4 <= bottom; row += 4) {
                int col = left;
                for (; col + 4 <= right; col += 4)
                    turn_4x4(x + row * n + col, y + col * n + row, n);
                for (; col < right; ++col)
                    for (int k = row; k < row + 4; ++k)
                        y[col * n + k] = x[k * n + col];
            }
            for (; row < bottom; ++row)
                for (int col = left; col < right; ++col)
                    y[col * n + row] = x[row * n + col];
        }
    return job.fold();
}
} // namespace lockstep::transpose::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep {
namespace transpose {
HWY_EXPORT(simd);
std::uint64_t widest(const Transpose& job, Context& run) {
    return HWY_DYNAMIC_DISPATCH(simd)(job, run);
}
} // namespace transpose
extern const Variant transpose_simd{
    "transpose",
    "simd",
    Crew::One,
    &ErasedRun<&transpose::widest>::run,
    nullptr,
    "The same tiles; 4 x 4 words at a time are turned in registers.",
    "simd",
    "kernels/transpose/simd.cpp"};
} // namespace lockstep
#endif
