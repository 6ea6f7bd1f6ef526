// SPDX-License-Identifier: MIT
// Built without the vectoriser, so that one lane is one lane.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/measure/probes/peak_chains.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/measure/probes/peak_chains.hpp"

#include <cstddef>

HWY_BEFORE_NAMESPACE();
namespace lockstep::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// Two units that take four cycles want eight chains. x86 has sixteen registers below AVX-512,
/// which hold twelve and the factor; elsewhere there are thirty-two, and up to four units.
#if HWY_ARCH_X86 && HWY_MAX_BYTES < 64
constexpr bool many_chains = false;
#else
constexpr bool many_chains = true;
#endif

/// The chains are written out, since vectors of unknown length cannot stand in an array, and start
/// differently: two that were equal the compiler would see to be one.
template <class T>
int count_up(std::int64_t steps, T factor, const T* start, T* out) {
    const hn::CappedTag<T, 64 / (sizeof(T) / 4)> d;
    const std::size_t n = hn::Lanes(d);
    const auto one = hn::Set(d, factor);
    const auto from = [&](std::size_t chain) { return hn::LoadU(d, start + chain * n); };
    auto a = from(0), b = from(1), c = from(2), e = from(3), f = from(4), g = from(5);
    auto h = from(6), i = from(7), j = from(8), k = from(9), l = from(10), m = from(11);
    [[maybe_unused]] auto p = from(12), q = from(13), r = from(14), s = from(15);
    for (; steps > 0; --steps) {
        a = hn::MulAdd(a, one, one), b = hn::MulAdd(b, one, one), c = hn::MulAdd(c, one, one);
        e = hn::MulAdd(e, one, one), f = hn::MulAdd(f, one, one), g = hn::MulAdd(g, one, one);
        h = hn::MulAdd(h, one, one), i = hn::MulAdd(i, one, one), j = hn::MulAdd(j, one, one);
        k = hn::MulAdd(k, one, one), l = hn::MulAdd(l, one, one), m = hn::MulAdd(m, one, one);
        if constexpr (many_chains) {
            p = hn::MulAdd(p, one, one), q = hn::MulAdd(q, one, one);
            r = hn::MulAdd(r, one, one), s = hn::MulAdd(s, one, one);
        }
    }
    const auto keep = [&](std::size_t chain, auto x) { hn::StoreU(x, d, out + chain * n); };
    keep(0, a), keep(1, b), keep(2, c), keep(3, e), keep(4, f), keep(5, g);
    keep(6, h), keep(7, i), keep(8, j), keep(9, k), keep(10, l), keep(11, m);
    if constexpr (many_chains) keep(12, p), keep(13, q), keep(14, r), keep(15, s);
    return static_cast<int>(n) * (many_chains ? 16 : 12);
}

} // namespace

int chains_f32(std::int64_t steps, float one, const float* start, float* out) {
    return count_up(steps, one, start, out);
}

int chains_f64(std::int64_t steps, double one, const double* start, double* out) {
    return count_up(steps, one, start, out);
}

/// Highway's targets of x86 below AVX2 and its single lane have none; all others do.
int has_fma() {
#if (HWY_ARCH_X86 && HWY_TARGET > HWY_AVX2) || HWY_TARGET == HWY_SCALAR
    return 0;
#else
    return 1;
#endif
}

int lanes_of_chain() {
    const hn::CappedTag<float, 64> d;
    return static_cast<int>(hn::Lanes(d));
}

} // namespace lockstep::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep {
HWY_EXPORT(chains_f32);
HWY_EXPORT(chains_f64);
HWY_EXPORT(has_fma);
HWY_EXPORT(lanes_of_chain);

int count_up_f32(std::int64_t steps, float one, const float* start, float* out) {
    return HWY_DYNAMIC_DISPATCH(chains_f32)(steps, one, start, out);
}

int count_up_f64(std::int64_t steps, double one, const double* start, double* out) {
    return HWY_DYNAMIC_DISPATCH(chains_f64)(steps, one, start, out);
}

bool fuses() {
    return HWY_DYNAMIC_DISPATCH(has_fma)() != 0;
}

int chain_lanes_f32() {
    return HWY_DYNAMIC_DISPATCH(lanes_of_chain)();
}

} // namespace lockstep
#endif
