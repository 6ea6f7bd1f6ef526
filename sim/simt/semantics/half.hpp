// SPDX-License-Identifier: MIT
// Floating-point formats of 16 bits, and tf32: what their bits are worth, and rounding to them.
#pragma once

#include "sim/simt/semantics/floats.hpp"

namespace lockstep::simt {

/// 8 bits of exponent, 10 of mantissa, in the upper 19 bits of 32.
struct TF32 {
    std::uint32_t bits;
};

template <class T>
struct Format; ///< digits after the point, bits of the exponent, bits below the format's own
template <>
struct Format<F16> {
    static constexpr int mantissa = 10, exponent = 5, unused = 0;
};
template <>
struct Format<BF16> {
    static constexpr int mantissa = 7, exponent = 8, unused = 0;
};
template <>
struct Format<TF32> {
    static constexpr int mantissa = 10, exponent = 8, unused = 13;
};
template <>
struct Format<float> {
    static constexpr int mantissa = 23, exponent = 8, unused = 0;
};
template <>
struct Format<double> {
    static constexpr int mantissa = 52, exponent = 11, unused = 0;
};

[[gnu::always_inline]] inline float widen(F16 h) {
    const std::uint32_t magnitude = h.bits & 0x7fffu, shifted = magnitude << 13;
    const float subnormal = static_cast<float>(static_cast<std::int32_t>(magnitude)) * 0x1p-24f;
    const std::uint32_t normal = shifted + ((127u - 15u) << 23);
    const std::uint32_t special = shifted | infinity_bits<float>;
    const std::uint32_t bits = magnitude < 0x400    ? bits_of(subnormal)
                               : magnitude < 0x7c00 ? normal
                                                    : special;
    return from_bits<float>(bits | (h.bits & 0x8000u) << 16);
}
[[gnu::always_inline]] inline float widen(BF16 h) {
    return from_bits<float>(std::uint32_t{h.bits} << 16);
}
[[gnu::always_inline]] inline float widen(float x) {
    return x;
}
[[gnu::always_inline]] inline double widen(double x) {
    return x;
}

/// .ftz: subnormal numbers of the format become zeros of their sign.
template <bool ftz, class T>
[[gnu::always_inline]] inline T flush_half(T x) {
    constexpr std::uint16_t exponent = std::is_same_v<T, F16> ? 0x7c00 : 0x7f80;
    const bool subnormal = ftz && (x.bits & exponent) == 0;
    return {static_cast<std::uint16_t>(subnormal ? x.bits & 0x8000 : x.bits)};
}
/// Whether a magnitude grows that was cut after its last digit. `rest` is what was cut off, `half`
/// is half of the last digit.
template <class U>
[[gnu::always_inline]] inline bool rounds_up(Rounding mode, bool negative, U kept, U rest, U half) {
    switch (mode) {
    case Rounding::Nearest:
        return rest > half || (rest == half && (kept & 1));
    case Rounding::Away:
        return rest >= half;
    case Rounding::Down:
        return negative && rest != 0;
    case Rounding::Up:
        return !negative && rest != 0;
    default:
        return false;
    }
}

/// The bits of `To` for x. An exponent too large for it becomes infinity, or the largest number if
/// the rounding points there.
template <class To, class From>
[[gnu::always_inline]] inline auto narrow_bits(From x, Rounding mode) {
    using U = BitsOf<From>; // one width for everything, or nothing is vectorised
    using S = std::make_signed_t<U>;
    constexpr int from = Format<From>::mantissa, to = Format<To>::mantissa;
    constexpr int from_bias = (1 << (Format<From>::exponent - 1)) - 1;
    constexpr int to_bias = (1 << (Format<To>::exponent - 1)) - 1;
    constexpr U infinity = ((U(1) << Format<To>::exponent) - 1) << to;
    const U magnitude = bits_of(x) & ~sign_bit<From>;
    const bool negative = (bits_of(x) & sign_bit<From>) != 0;
    const S field = static_cast<S>(magnitude >> from);
    const U digits = (magnitude & ((U(1) << from) - 1)) | (field != 0 ? U(1) << from : U(0));
    // The exponent in the new format; below 1 it is subnormal and loses digits for that.
    const S exponent = (field != 0 ? field : 1) - from_bias + to_bias;
    const S lost = from - to + (exponent < 1 ? 1 - exponent : S(0));
    const S shift = lost < from + 2 ? lost : S(from + 2);
    const U kept = digits >> shift, rest = digits & ((U(1) << shift) - 1);
    const U half = (U(1) << shift) >> 1;
    // The leading digit of `kept` adds the one to the exponent that is missing here, and so does a
    // carry.
    U result = (static_cast<U>(exponent > 1 ? exponent - 1 : S(0)) << to) + kept +
               (rounds_up(mode, negative, kept, rest, half) ? U(1) : U(0));
    const bool to_infinity = mode == Rounding::Nearest || mode == Rounding::Away ||
                             (mode == Rounding::Up && !negative) ||
                             (mode == Rounding::Down && negative);
    const bool was_infinite = magnitude == infinity_bits<From>;
    if (result >= infinity)
        result = infinity - (to_infinity || was_infinite ? 0 : 1);
    if (magnitude > infinity_bits<From>)
        return static_cast<U>(infinity | ((U(1) << to) - 1));
    return negative ? result | (infinity + (U(1) << to)) : result;
}

template <class To, class From>
[[gnu::always_inline]] inline To narrow(From x, Rounding mode = Rounding::Nearest) {
    using Bits = decltype(To::bits);
    const auto bits = narrow_bits<To>(x, mode);
    if constexpr (Format<To>::unused == 0)
        return {static_cast<Bits>(bits)};
    else
        return {static_cast<Bits>(bits << Format<To>::unused)};
}

/// x + y, where what does not fit makes the last digit odd: rounding that once more to a format
/// shorter by two digits gives what rounding the exact sum would.
template <class T>
[[gnu::always_inline]] inline T sum_to_odd(T x, T y) {
    const T s = x + y, e = missing(x, y, s);
    const BitsOf<T> bits = bits_of(s);
    const bool inexact = e < 0 || e > 0;
    const bool inwards =
        (e < 0) == (s > 0); // s is the larger magnitude: one step back makes it odd
    const BitsOf<T> moved = inwards ? bits - 1 : bits + 1;
    return from_bits<T>(inexact && (bits & 1) == 0 ? moved : bits);
}

} // namespace lockstep::simt
