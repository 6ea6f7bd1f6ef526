// SPDX-License-Identifier: MIT
// Compiled once for each instruction set; Highway chooses when it runs.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/measure/probes/triad_loop.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/measure/probes/triad_loop.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

void triad_passes(double* HWY_RESTRICT a, const double* HWY_RESTRICT b,
                  const double* HWY_RESTRICT c, std::size_t n, std::size_t passes) {
    const hn::CappedTag<double, triad_grain / 4> d;
    const std::size_t lanes = hn::Lanes(d);
    auto s = hn::Zero(d);
    for (std::size_t pass = 0; pass < passes; ++pass) {
        s = hn::Add(s, hn::Set(d, 1.0));
        for (std::size_t i = 0; i < n; i += 4 * lanes)
            for (std::size_t at = i; at < i + 4 * lanes; at += lanes)
                hn::Store(hn::MulAdd(s, hn::Load(d, c + at), hn::Load(d, b + at)), d, a + at);
    }
}

} // namespace lockstep::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep {
HWY_EXPORT(triad_passes);
void triad(double* a, const double* b, const double* c, std::size_t n, std::size_t passes) {
    HWY_DYNAMIC_DISPATCH(triad_passes)(a, b, c, n, passes);
}
} // namespace lockstep
#endif
