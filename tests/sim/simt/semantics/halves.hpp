// SPDX-License-Identifier: MIT
// Reference for floating-point formats: their value as a sum of powers of two, and the nearest one
// found by trying neighbours.
#pragma once

#include <cmath>
#include <cstdint>

namespace lockstep::simt {

struct HalfFormat {
    const char* name;
    int mantissa, exponent;
};
inline constexpr HalfFormat f16_format{"f16", 10, 5}, bf16_format{"bf16", 7, 8},
    f32_format{"f32", 23, 8}, f64_format{"f64", 52, 11};

__extension__ typedef __float128 Quadruple;

inline Quadruple value(const HalfFormat& format, std::uint64_t bits) {
    const int field = static_cast<int>(bits >> format.mantissa) & ((1 << format.exponent) - 1);
    const auto digits = static_cast<double>(bits & ((std::uint64_t(1) << format.mantissa) - 1));
    const int bias = (1 << (format.exponent - 1)) - 1;
    const bool negative = bits >> (format.mantissa + format.exponent) & 1;
    double magnitude;
    if (field == (1 << format.exponent) - 1)
        magnitude = digits == 0 ? INFINITY : NAN;
    else if (field == 0)
        magnitude = std::ldexp(digits, 1 - bias - format.mantissa);
    else
        magnitude =
            std::ldexp(std::ldexp(1.0, format.mantissa) + digits, field - bias - format.mantissa);
    return negative ? -magnitude : magnitude;
}

/// Bisects the magnitudes, which grow with their bits; infinity counts as the power of two that it
/// replaces. Modes: 'n' nearest, 'z' towards zero, 'm' down, 'p' up, 'a' nearest with ties away
/// from zero.
inline std::uint64_t nearest(const HalfFormat& format, Quadruple x, char mode = 'n') {
    const std::uint64_t sign = std::uint64_t(1) << (format.mantissa + format.exponent);
    if (x != x)
        return sign - 1;
    const std::uint64_t infinity = ((std::uint64_t(1) << format.exponent) - 1) << format.mantissa;
    const bool negative = x < 0 || (x == 0 && std::signbit(static_cast<double>(x)));
    const Quadruple size = negative ? -x : x;
    if (size > Quadruple(std::ldexp(1.0, 1023)) * 2)
        return infinity | (negative ? sign : 0);
    const auto at = [&](std::uint64_t bits) {
        const int bias = (1 << (format.exponent - 1)) - 1;
        return bits < infinity ? value(format, bits) : Quadruple(std::ldexp(1.0, bias)) * 2;
    };
    std::uint64_t low = 0, high = infinity;
    while (high - low > 1) {
        const std::uint64_t middle = (low + high) / 2;
        (at(middle) <= size ? low : high) = middle;
    }
    const Quadruple below = size - at(low), above = at(high) - size;
    bool up = above < below || (above == below && (mode == 'a' || low % 2 == 1));
    if (mode == 'z')
        up = false;
    if (mode == 'm')
        up = negative && below > 0;
    if (mode == 'p')
        up = !negative && below > 0;
    if (size > at(infinity) && mode != 'n' && mode != 'a')
        up = (mode == 'p') != negative && mode != 'z';
    return (up ? high : low) | (negative ? sign : 0);
}

inline std::uint64_t flushed_half(const HalfFormat& format, bool ftz, std::uint64_t bits) {
    const std::uint64_t exponent = ((std::uint64_t(1) << format.exponent) - 1) << format.mantissa;
    return ftz && (bits & exponent) == 0 ? bits & 0x8000 : bits;
}

} // namespace lockstep::simt
