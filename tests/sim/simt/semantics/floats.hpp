// SPDX-License-Identifier: MIT
// Reference arithmetic: the processor's own, with its rounding mode set. The simulator never does
// so.
#pragma once

#include <bit>
#include <cfenv>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <type_traits>

namespace lockstep::simt {

template <class T>
using BitsFor = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

template <class T>
T number(std::uint64_t bits) {
    return std::bit_cast<T>(static_cast<BitsFor<T>>(bits));
}
/// NaN has one pattern: all ones but the sign.
template <class T>
std::uint64_t pattern(T x) {
    if (std::isnan(x))
        return ~BitsFor<T>(0) >> 1;
    return std::bit_cast<BitsFor<T>>(x);
}
template <class T>
T flushed(T x) {
    return std::fpclassify(x) == FP_SUBNORMAL ? std::copysign(T(0), x) : x;
}
template <class T>
T saturated(T x) {
    return x > 1 ? T(1) : x > 0 ? x : T(0);
}

inline int mode_of(const std::string& rounding) {
    return rounding == "rz"   ? FE_TOWARDZERO
           : rounding == "rm" ? FE_DOWNWARD
           : rounding == "rp" ? FE_UPWARD
                              : FE_TONEAREST;
}

/// Operands and result pass through volatile, so that nothing is computed under another mode.
template <class T>
T rounded(const std::string& rounding, const std::function<T(T, T, T)>& operation, T a, T b, T c) {
    const volatile T x = a, y = b, z = c;
    std::fesetround(mode_of(rounding));
    const volatile T result = operation(x, y, z);
    std::fesetround(FE_TONEAREST);
    return result;
}

} // namespace lockstep::simt
