// SPDX-License-Identifier: MIT
// One value from one type to another (PTX ISA 9.7.9, cvt). Integers pass through 64 bits, floats
// through f64, which hold all of them exactly.
#pragma once

#include "sim/simt/semantics/half.hpp"

#include <limits>

namespace lockstep::simt {

/// What the modifiers of cvt say.
struct Conversion {
    Rounding rounding = Rounding::Nearest;
    bool integral = false; ///< rni, rzi, rmi, rpi: to a whole number
    bool saturate = false;
    bool ftz = false;
    bool relu = false;      ///< below zero is zero
    bool satfinite = false; ///< too large is the largest number, not infinity
};

template <class T>
using ValueOf =
    std::conditional_t<!std::is_integral_v<T>, double,
                       std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>>;

/// Without .sat the low bits are kept.
template <class D, class V>
[[gnu::always_inline]] inline D integer_to_integer(V value, const Conversion& how) {
    if (!how.saturate)
        return static_cast<D>(value);
    using Limits = std::numeric_limits<D>;
    if (std::is_signed_v<V> && value < 0) {
        if (!std::is_signed_v<D>)
            return 0;
        return static_cast<std::int64_t>(value) < static_cast<std::int64_t>(Limits::min())
                   ? Limits::min()
                   : static_cast<D>(value);
    }
    return static_cast<std::uint64_t>(value) > static_cast<std::uint64_t>(Limits::max())
               ? Limits::max()
               : static_cast<D>(value);
}

/// The bits of `To` for a whole number, rounded once.
template <class To>
[[gnu::always_inline]] inline std::uint64_t round_integer(std::uint64_t magnitude, bool negative,
                                                          Rounding mode) {
    constexpr int digits = Format<To>::mantissa;
    constexpr std::uint64_t bias = (1u << (Format<To>::exponent - 1)) - 1;
    constexpr std::uint64_t infinity = ((std::uint64_t(1) << Format<To>::exponent) - 1) << digits;
    if (magnitude == 0)
        return 0;
    const int zeros = std::countl_zero(magnitude);
    const std::uint64_t leading = magnitude << zeros;
    constexpr int shift = 63 - digits;
    const std::uint64_t kept = leading >> shift;
    const std::uint64_t rest = leading & ((std::uint64_t(1) << shift) - 1);
    const std::uint64_t half = std::uint64_t(1) << (shift - 1);
    const std::uint64_t exponent = static_cast<std::uint64_t>(63 - zeros) + bias;
    std::uint64_t result =
        ((exponent - 1) << digits) + kept + (rounds_up(mode, negative, kept, rest, half) ? 1 : 0);
    const bool inwards = mode == Rounding::Zero || (mode == Rounding::Up && negative) ||
                         (mode == Rounding::Down && !negative);
    if (result >= infinity)
        result = infinity - (inwards ? 1 : 0);
    return negative ? result | (infinity + (std::uint64_t(1) << digits)) : result;
}

template <class D>
[[gnu::always_inline]] inline D as(std::uint64_t bits) {
    if constexpr (std::is_floating_point_v<D>)
        return from_bits<D>(static_cast<BitsOf<D>>(bits));
    else
        return {static_cast<decltype(D::bits)>(bits)};
}

template <class D, class V>
[[gnu::always_inline]] inline D integer_to_float(V value, const Conversion& how) {
    const bool negative = std::is_signed_v<V> && value < 0;
    const std::uint64_t bits = static_cast<std::uint64_t>(value);
    const D result = as<D>(round_integer<D>(negative ? 0 - bits : bits, negative, how.rounding));
    if (!how.saturate)
        return result;
    return as<D>(round_integer<D>(value > 0 ? 1 : 0, false, Rounding::Nearest));
}

/// To a whole number; a zero keeps the sign of x.
[[gnu::always_inline]] inline double round_whole(double x, Rounding mode) {
    const double below = std::floor(x), part = x - below;
    const bool odd = below * 0.5 != std::floor(below * 0.5);
    bool up = part > 0.5 || (part == 0.5 && odd);
    if (mode == Rounding::Zero)
        up = x < 0 && part > 0;
    if (mode == Rounding::Down)
        up = false;
    if (mode == Rounding::Up)
        up = part > 0;
    const double whole = up ? below + 1 : below;
    return std::copysign(whole, x);
}

/// Beyond the ends of D it is the end. NaN is 0, or the top bit alone where 64 bits take part.
template <class D, bool from_f64>
[[gnu::always_inline]] inline D float_to_integer(double x, const Conversion& how) {
    using Limits = std::numeric_limits<D>;
    constexpr double end = static_cast<double>(Limits::max() / 2 + 1) * 2;
    constexpr double low = std::is_signed_v<D> ? -end : 0;
    const double whole = round_whole(x, how.rounding);
    if (x != x) {
        if constexpr (!from_f64 && sizeof(D) < 8)
            return 0;
        return static_cast<D>(std::make_unsigned_t<D>(1) << (8 * sizeof(D) - 1));
    }
    if (whole >= end)
        return Limits::max();
    if (whole <= low)
        return Limits::min();
    return static_cast<D>(whole);
}

/// .satfinite: infinity becomes the largest number.
template <class D>
[[gnu::always_inline]] inline D finite(D x) {
    constexpr int unused = Format<D>::unused;
    constexpr std::uint32_t infinity = ((1u << Format<D>::exponent) - 1)
                                       << (Format<D>::mantissa + unused);
    constexpr std::uint32_t sign = 1u << (Format<D>::exponent + Format<D>::mantissa + unused);
    if ((x.bits & ~sign) != infinity)
        return x;
    return {static_cast<decltype(D::bits)>(x.bits - (1u << unused))};
}

template <class D, bool from_f32>
[[gnu::always_inline]] inline D float_to_float(double x, const Conversion& how) {
    if (from_f32 && how.ftz)
        x = flush<true>(static_cast<float>(x));
    if (how.integral)
        x = round_whole(x, how.rounding);
    if (how.saturate)
        x = simt::saturate(x);
    if (how.relu && x <= 0)
        x = 0;
    if constexpr (std::is_same_v<D, double>)
        return settle(x);
    else if constexpr (std::is_same_v<D, float>) {
        const float rounded =
            from_bits<float>(static_cast<std::uint32_t>(narrow_bits<float>(x, how.rounding)));
        return how.ftz ? flush<true>(rounded) : rounded;
    } else {
        const D rounded = narrow<D>(x, how.rounding);
        return how.satfinite ? finite(rounded) : rounded;
    }
}

} // namespace lockstep::simt
