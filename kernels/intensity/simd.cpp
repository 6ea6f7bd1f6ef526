// SPDX-License-Identifier: MIT
// W lanes, eight vectors at a time; each step is one fused instruction where
// the machine has one.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/intensity/simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/intensity/stretch_simd.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::intensity::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
void stretch(const Intensity& job, std::size_t first, int begin, int end) {
    const hn::CappedTag<double, 8> d;
    const auto W = static_cast<int>(hn::Lanes(d));
    const auto s = hn::Set(d, job.s), t = hn::Set(d, job.t);
    const double *b = job.b.data() + first, *c = job.c.data() + first;
    double* a = job.a.data() + first;
    const auto y_of = [&](int i) {
        return hn::MulAdd(hn::LoadU(d, c + i), s, hn::LoadU(d, b + i));
    };
    for (int i = begin; i < end; i += intensity_chains * W) {
        auto y0 = y_of(i), y1 = y_of(i + W), y2 = y_of(i + 2 * W),
             y3 = y_of(i + 3 * W), y4 = y_of(i + 4 * W), y5 = y_of(i + 5 * W),
             y6 = y_of(i + 6 * W), y7 = y_of(i + 7 * W);
        for (int j = 1; j < job.k; ++j) {
            y0 = hn::MulAdd(y0, s, t), y1 = hn::MulAdd(y1, s, t);
            y2 = hn::MulAdd(y2, s, t), y3 = hn::MulAdd(y3, s, t);
            y4 = hn::MulAdd(y4, s, t), y5 = hn::MulAdd(y5, s, t);
            y6 = hn::MulAdd(y6, s, t), y7 = hn::MulAdd(y7, s, t);
        }
        hn::StoreU(y0, d, a + i), hn::StoreU(y1, d, a + i + W);
        hn::StoreU(y2, d, a + i + 2 * W), hn::StoreU(y3, d, a + i + 3 * W);
        hn::StoreU(y4, d, a + i + 4 * W), hn::StoreU(y5, d, a + i + 5 * W);
        hn::StoreU(y6, d, a + i + 6 * W), hn::StoreU(y7, d, a + i + 7 * W);
    }
}
} // namespace lockstep::intensity::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep {
namespace intensity {
HWY_EXPORT(stretch);
void stretch_simd(const Intensity& job, int input, int begin, int end) {
    HWY_DYNAMIC_DISPATCH(stretch)(job, job.begin_of(input), begin, end);
}
std::uint64_t simd(const Intensity& job, Context& run) {
    stretch_simd(job, run.input, 0, job.n);
    return job.fold(run.input);
}
} // namespace intensity
extern const Variant intensity_simd{
    "intensity", "simd",
    Crew::One,   &ErasedRun<&intensity::simd>::run,
    nullptr,     "W lanes; multiply and add are fused where there is FMA.",
    "stretch",   "kernels/intensity/simd.cpp"};
} // namespace lockstep
#endif
