// SPDX-License-Identifier: MIT
// W loads with one instruction, each lane its own address. One instruction is
// not one access: the core still fetches every line that the lanes touch.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/gather/simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/gather/gather.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::gather::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
std::uint64_t simd(const Gather& job, Context& run) {
    const hn::CappedTag<std::uint32_t, 64> d;
    const hn::RebindToSigned<decltype(d)> whole;
    const std::uint32_t* x = job.x();
    const std::uint32_t* index = job.order(run.input);
    const std::uint32_t begin = job.begin(run.input), stride = job.stride;
    const auto loads = static_cast<std::uint32_t>(job.loads);
    const auto W = static_cast<std::uint32_t>(hn::Lanes(d));
    const auto mask = hn::Set(d, job.mask);
    const auto lanes = hn::Mul(hn::Iota(d, 0), hn::Set(d, stride));
    auto sums = hn::Zero(d);
    std::uint32_t k = 0;
    for (; k + W <= loads; k += W) {
        auto at = hn::Zero(d);
        if (job.shuffled)
            at = hn::LoadU(d, index + k);
        else
            at = hn::And(hn::Add(hn::Set(d, begin + k * stride), lanes), mask);
        sums = hn::Add(sums, hn::GatherIndex(d, x, hn::BitCast(whole, at)));
    }
    std::uint32_t lane[64], sum = 0;
    hn::StoreU(sums, d, lane);
    for (std::uint32_t i = 0; i < W; ++i)
        sum += lane[i];
    for (; k < loads; ++k)
        sum += x[job.shuffled ? index[k] : (begin + k * stride) & job.mask];
    return sum;
}
} // namespace lockstep::gather::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep {
namespace gather {
HWY_EXPORT(simd);
std::uint64_t widest(const Gather& job, Context& run) {
    return HWY_DYNAMIC_DISPATCH(simd)(job, run);
}
} // namespace gather
extern const Variant gather_simd{
    "gather",  "simd",
    Crew::One, &ErasedRun<&gather::widest>::run,
    nullptr,   "W loads with one instruction, each lane from its own address.",
    "simd",    "kernels/gather/simd.cpp"};
} // namespace lockstep
#endif
