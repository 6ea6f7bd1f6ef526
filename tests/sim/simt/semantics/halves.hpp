// SPDX-License-Identifier: MIT
// Reference for short formats: their value as a sum of powers of two, and the nearest one found by
// trying neighbours.
#pragma once

#include <cmath>
#include <cstdint>

namespace lockstep::simt {

struct HalfFormat {
    const char* name;
    int mantissa, exponent;
};
inline constexpr HalfFormat f16_format{"f16", 10, 5}, bf16_format{"bf16", 7, 8};

__extension__ typedef __float128 Quadruple;

inline Quadruple value(const HalfFormat& format, std::uint64_t bits) {
    const int field = static_cast<int>(bits >> format.mantissa) & ((1 << format.exponent) - 1);
    const auto digits = static_cast<double>(bits & ((1u << format.mantissa) - 1));
    const int bias = (1 << (format.exponent - 1)) - 1;
    const bool negative = bits >> 15 & 1;
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
/// replaces.
inline std::uint64_t nearest(const HalfFormat& format, Quadruple x) {
    if (x != x)
        return 0x7fff;
    const std::uint64_t infinity = ((1u << format.exponent) - 1) << format.mantissa;
    const bool negative = x < 0 || (x == 0 && std::signbit(static_cast<double>(x)));
    const Quadruple size = negative ? -x : x;
    const auto at = [&](std::uint64_t bits) {
        return bits < infinity ? value(format, bits)
                               : Quadruple(std::ldexp(1.0, 1 << (format.exponent - 1)));
    };
    std::uint64_t low = 0, high = infinity;
    while (high - low > 1) {
        const std::uint64_t middle = (low + high) / 2;
        (at(middle) <= size ? low : high) = middle;
    }
    const Quadruple below = size - at(low), above = at(high) - size;
    const bool up = above < below || (above == below && low % 2 == 1);
    return (up ? high : low) | (negative ? 0x8000 : 0);
}

inline std::uint64_t flushed_half(const HalfFormat& format, bool ftz, std::uint64_t bits) {
    const std::uint64_t exponent = ((1u << format.exponent) - 1) << format.mantissa;
    return ftz && (bits & exponent) == 0 ? bits & 0x8000 : bits;
}

} // namespace lockstep::simt
