// SPDX-License-Identifier: MIT
// W lanes at a time, one instruction for all: each path that some lane wants
// is walked by all of them, and a mask keeps the numbers of the others.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/divergence/simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/divergence/divergence.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::divergence::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
std::uint64_t simd(const Divergence& job, Context& run) {
    const hn::CappedTag<float, 64> d;
    const hn::RebindToSigned<decltype(d)> whole;
    const auto one = hn::Set(d, 1.0f), half = hn::Set(d, 0.5f);
    const float* x = job.x[static_cast<std::size_t>(run.input)].data();
    const int* path = job.path[static_cast<std::size_t>(run.input)].data();
    const int W = static_cast<int>(hn::Lanes(d));
    double walks = 0;
    for (int lane = 0; lane < job.lanes; lane += W) {
        auto v = half;
        for (int step = 0; step < divergence_steps; ++step) {
            const int i = job.at(step, lane);
            v = hn::Mul(half, hn::Add(v, hn::LoadU(d, x + i)));
            const auto own = hn::LoadU(whole, path + i);
            for (int k = 0; k < job.paths; ++k) {
                const auto mask = hn::Eq(own, hn::Set(whole, k));
                if (job.skip && hn::AllFalse(whole, mask)) continue;
                const auto r = hn::Set(d, divergence_r[k]);
                auto walked = v;
                for (int n = 0; n < job.length; ++n)
                    walked = hn::Mul(hn::Mul(r, walked), hn::Sub(one, walked));
                v = hn::IfThenElse(hn::RebindMask(d, mask), walked, v);
                ++walks;
            }
            hn::StoreU(v, d, job.y.data() + i);
        }
    }
    run.record->lanes(job.wanted(), walks * W * job.length);
    return job.fold(job.y);
}
} // namespace lockstep::divergence::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep {
namespace divergence {
HWY_EXPORT(simd);
std::uint64_t widest(const Divergence& job, Context& run) {
    return HWY_DYNAMIC_DISPATCH(simd)(job, run);
}
} // namespace divergence
extern const Variant divergence_simd{
    "divergence", "simd", Crew::One, &ErasedRun<&divergence::widest>::run,
    nullptr, "W lanes walk each path that some of them want, one by one.",
    "simd", "kernels/divergence/simd.cpp"};
} // namespace lockstep
#endif
