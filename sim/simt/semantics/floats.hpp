// SPDX-License-Identifier: MIT
// Floating point as PTX has it: every rounding without touching the processor's own, subnormal
// numbers flushed on demand, one NaN.
#pragma once

#include "sim/simt/semantics/types.hpp"

#include <bit>
#include <cmath>

namespace lockstep::simt {

enum class Rounding { Nearest, Zero, Down, Up, Away }; ///< rn, rz, rm, rp, rna (ties away from 0)

/// Holds every product of two T exactly, and more than twice T's digits.
#if defined(__SIZEOF_FLOAT128__)
__extension__ typedef __float128 Quad;
#else
using Quad = long double;
#endif
template <class T>
using Wider = std::conditional_t<std::is_same_v<T, float>, double, Quad>;

template <class T>
using BitsOf = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
template <class T>
constexpr BitsOf<T> sign_bit = BitsOf<T>(1) << (8 * sizeof(T) - 1);
template <class T>
constexpr BitsOf<T> infinity_bits = sizeof(T) == 4 ? 0x7f800000u : 0x7ff0000000000000u;

template <class T>
[[gnu::always_inline]] inline BitsOf<T> bits_of(T x) {
    return std::bit_cast<BitsOf<T>>(x);
}
template <class T>
[[gnu::always_inline]] inline T from_bits(BitsOf<T> bits) {
    return std::bit_cast<T>(bits);
}

/// The NaN that cards produce: all ones but the sign. Which NaN a processor produces depends on the
/// order of its operands, so results would not be the same everywhere.
template <class T>
[[gnu::always_inline]] inline T canonical_nan() {
    return from_bits<T>(~sign_bit<T>);
}
template <class T>
[[gnu::always_inline]] inline T settle(T x) {
    return x == x ? x : canonical_nan<T>();
}

/// .ftz: a subnormal number becomes a zero of its sign.
template <bool ftz, class T>
[[gnu::always_inline]] inline T flush(T x) {
    if constexpr (!ftz || !std::is_floating_point_v<T>)
        return x;
    else {
        constexpr BitsOf<T> exponent = infinity_bits<T>;
        const BitsOf<T> bits = bits_of(x);
        return from_bits<T>((bits & exponent) == 0 ? bits & sign_bit<T> : bits);
    }
}

/// .sat: between 0 and 1; NaN becomes +0.
template <class T>
[[gnu::always_inline]] inline T saturate(T x) {
    const T low = x > 0 ? x : T(0);
    return low < 1 ? low : T(1);
}

/// Rounds s + e to T, where s is what the wider type rounds that sum to: only the sign of e
/// matters. A value rounded to nearest is on one side of the exact one, so a directed one is it or
/// its neighbour.
template <Rounding mode, class T>
[[gnu::always_inline]] inline T round_to(Wider<T> s, Wider<T> e) {
    const T nearest = static_cast<T>(s);
    if constexpr (mode == Rounding::Nearest)
        return nearest;
    const Wider<T> back = nearest;
    const bool above = back > s || (back == s && e < 0);
    const bool below = back < s || (back == s && e > 0);
    const BitsOf<T> bits = bits_of(nearest);
    const bool negative = bits >> (8 * sizeof(T) - 1);
    const bool down = above && (mode == Rounding::Down || (mode == Rounding::Zero && !negative));
    const bool up = below && (mode == Rounding::Up || (mode == Rounding::Zero && negative));
    // The bits of neighbours differ by one, and grow away from zero.
    const bool grows = down == negative;
    return from_bits<T>(down || up ? bits + (grows ? BitsOf<T>(1) : ~BitsOf<T>(0)) : bits);
}

/// x + y rounded in the wider type is s; what is missing is e, exactly (Knuth, The Art of Computer
/// Programming 2, 4.2.2 theorem B). No overflow: x and y come from a narrower type.
template <class W>
[[gnu::always_inline]] inline W missing(W x, W y, W s) {
    const W y_of_s = s - x;
    return (x - (s - y_of_s)) + (y - y_of_s);
}

/// A sum that is exactly zero is -0 towards minus infinity, unless both are +0: that is, if one of
/// them is negative.
template <Rounding mode, class T>
[[gnu::always_inline]] inline T round_sum(Wider<T> x, Wider<T> y) {
    const Wider<T> s = x + y;
    const T rounded = round_to<mode, T>(s, missing(x, y, s));
    if constexpr (mode != Rounding::Down)
        return rounded;
    const bool negative =
        (bits_of(static_cast<T>(x)) | bits_of(static_cast<T>(y))) >> (8 * sizeof(T) - 1);
    return s == 0 && negative ? -T(0) : rounded;
}

} // namespace lockstep::simt
