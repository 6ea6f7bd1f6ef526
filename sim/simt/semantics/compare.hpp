// SPDX-License-Identifier: MIT
// Compares 32 lanes and answers with a Mask. Included once for each instruction set, like
// lanes.hpp.
#if defined(LOCKSTEP_SIMT_COMPARE) == defined(HWY_TARGET_TOGGLE)
#ifdef LOCKSTEP_SIMT_COMPARE
#undef LOCKSTEP_SIMT_COMPARE
#else
#define LOCKSTEP_SIMT_COMPARE
#endif

#include "sim/simt/semantics/floats.hpp"
#include "sim/simt/semantics/half.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {

// False when an operand is NaN, all of them. The others are the opposite of one of these: geu is
// "not lt".
struct Equal {
    template <class D, class V>
    auto operator()(D, V a, V b) const {
        return hn::Eq(a, b);
    }
};
struct Unequal {
    template <class D, class V>
    auto operator()(D, V a, V b) const {
        return hn::Or(hn::Lt(a, b), hn::Lt(b, a));
    }
};
struct Less {
    template <class D, class V>
    auto operator()(D, V a, V b) const {
        return hn::Lt(a, b);
    }
};
struct LessOrEqual {
    template <class D, class V>
    auto operator()([[maybe_unused]] D tag, V a, V b) const {
        if constexpr (hwy::IsFloat<hn::TFromD<D>>())
            return hn::Le(a, b);
        else
            return hn::Not(hn::Lt(b, a));
    }
};
struct Greater {
    template <class D, class V>
    auto operator()(D, V a, V b) const {
        return hn::Lt(b, a);
    }
};
struct GreaterOrEqual {
    template <class D, class V>
    auto operator()([[maybe_unused]] D tag, V a, V b) const {
        return LessOrEqual()(tag, b, a);
    }
};
struct BothNumbers {
    template <class D, class V>
    auto operator()(D, V a, V b) const {
        return hn::And(hn::Eq(a, a), hn::Eq(b, b));
    }
};

template <class Compare, class T>
Mask compare_values(const T* a, const T* b) {
    // 16 lanes of 32 bits would be slower: their mask takes longer than two halves.
    const hn::CappedTag<T, sizeof(T) == 8 ? 8 : 32 / sizeof(T)> tag;
    Mask mask = 0;
    for (std::size_t i = 0; i < 32; i += hn::Lanes(tag))
        mask |= bits_of_mask(tag, Compare()(tag, hn::Load(tag, a + i), hn::Load(tag, b + i))) << i;
    return mask;
}

/// The values of lanes as numbers that the machine can compare.
template <bool ftz, class T, class Number>
void numbers_of(const T* lanes, Number* numbers) {
    for (int i = 0; i < 32; ++i)
        if constexpr (std::is_floating_point_v<T>)
            numbers[i] = flush<ftz>(lanes[i]);
        else
            numbers[i] = widen(flush_half<ftz>(lanes[i]));
}

/// .ftz: subnormal numbers count as zero.
template <class Compare, bool ftz, class T>
Mask compare_lanes(const T* a, const T* b) {
    if constexpr (std::is_integral_v<T> || (std::is_floating_point_v<T> && !ftz))
        return compare_values<Compare>(a, b);
    else {
        using Number = decltype(widen(T()));
        alignas(64) Number x[32], y[32];
        numbers_of<ftz>(a, x);
        numbers_of<ftz>(b, y);
        return compare_values<Compare>(x, y);
    }
}

} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
