// SPDX-License-Identifier: MIT
// Blocks of items, W lanes at a time. A block never shares a vector with the
// next, as it never shares a warp: its last vector has lanes without an item.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/launch_shape/simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/launch_shape/launch_shape.hpp"

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace lockstep::launch_shape::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
std::uint64_t simd(const LaunchShape& job, Context& run) {
    const hn::CappedTag<float, 64> d;
    const int W = static_cast<int>(hn::Lanes(d));
    const auto a = hn::Set(d, job.a);
    const float* x = job.x_of(run.input);
    const float* y = job.y_of(run.input);
    float* z = job.z.data();
    double vectors = 0;
    for (int block = 0; block < job.blocks(); ++block) {
        const int begin = block * job.block;
        const int end = std::min(begin + job.block, job.items);
        for (int i = begin; i < end; i += W) {
            const auto on = hn::FirstN(d, static_cast<std::size_t>(end - i));
            const auto xs = hn::LoadU(d, x + i), ys = hn::LoadU(d, y + i);
            const auto zs = hn::Add(hn::Mul(a, xs), ys);
            hn::StoreU(hn::IfThenElse(on, zs, hn::LoadU(d, z + i)), d, z + i);
            ++vectors;
        }
    }
    run.record->lanes(job.items, vectors * W);
    return job.fold();
}
} // namespace lockstep::launch_shape::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep {
namespace launch_shape {
HWY_EXPORT(simd);
std::uint64_t widest(const LaunchShape& job, Context& run) {
    return HWY_DYNAMIC_DISPATCH(simd)(job, run);
}
} // namespace launch_shape
extern const Variant launch_shape_simd{
    "launch_shape",
    "simd",
    Crew::One,
    &ErasedRun<&launch_shape::widest>::run,
    nullptr,
    "W items at a time; the last vector of a block is not full.",
    "simd",
    "kernels/launch_shape/simd.cpp"};
} // namespace lockstep
#endif
