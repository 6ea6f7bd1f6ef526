// SPDX-License-Identifier: MIT
// W sums, one for each lane, and at the end the sum of these: one step of a
// tree as wide as the vector unit.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/reduction/simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/reduction/reduction.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::reduction::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
std::uint64_t simd(const Reduction& job, Context& run) {
    const hn::CappedTag<std::uint32_t, 64> d;
    const int W = static_cast<int>(hn::Lanes(d));
    const std::uint32_t* x = job.x_of(run.input);
    auto sums = hn::Zero(d);
    int i = 0;
    for (; i + W <= job.n; i += W)
        sums = hn::Add(sums, hn::LoadU(d, x + i));
    std::uint32_t lane[64], sum = 0;
    hn::StoreU(sums, d, lane);
    for (int k = 0; k < W; ++k)
        sum += lane[k];
    for (; i < job.n; ++i)
        sum += x[i];
    return sum;
}
} // namespace lockstep::reduction::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep {
namespace reduction {
HWY_EXPORT(simd);
std::uint64_t widest(const Reduction& job, Context& run) {
    return HWY_DYNAMIC_DISPATCH(simd)(job, run);
}
} // namespace reduction
extern const Variant reduction_simd{
    "reduction", "simd",
    Crew::One,   &ErasedRun<&reduction::widest>::run,
    nullptr,     "A sum for each of W lanes, and then the sum of these.",
    "simd",      "kernels/reduction/simd.cpp"};
} // namespace lockstep
#endif
