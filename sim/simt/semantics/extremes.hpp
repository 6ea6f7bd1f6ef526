// SPDX-License-Identifier: MIT
// Minimum and maximum of floats of any width, with their signs (PTX ISA 9.7.3 and 9.7.4). Included
// once for each instruction set, as lanes.hpp is.
#if defined(LOCKSTEP_SIMT_EXTREMES) == defined(HWY_TARGET_TOGGLE)
#ifdef LOCKSTEP_SIMT_EXTREMES
#undef LOCKSTEP_SIMT_EXTREMES
#else
#define LOCKSTEP_SIMT_EXTREMES
#endif

#include "sim/simt/semantics/floats.hpp"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {

/// A NaN counts as missing; .NaN makes it the result. -0 is less than +0.
template <bool propagates_nan>
struct Minimum {
    template <class T>
    T operator()(T a, T b) const {
        const T zeros = from_bits<T>(bits_of(a) | bits_of(b));
        const T least = a == b ? zeros : a < b ? a : b;
        const T other = a != a ? b : b != b ? a : least;
        return propagates_nan && (a != a || b != b) ? canonical_nan<T>() : other;
    }
};
template <bool propagates_nan>
struct Maximum {
    template <class T>
    T operator()(T a, T b) const {
        return -Minimum<propagates_nan>()(-a, -b);
    }
};
struct Absolute {
    template <class T>
    T operator()(T a) const {
        return from_bits<T>(bits_of(a) & ~sign_bit<T>);
    }
};
/// .xorsign.abs: of the magnitudes, with the sign of the product.
template <class F>
struct XorSign {
    template <class T>
    T operator()(T a, T b) const {
        const BitsOf<T> sign = (bits_of(a) ^ bits_of(b)) & sign_bit<T>;
        return from_bits<T>(bits_of(F()(Absolute()(a), Absolute()(b))) | sign);
    }
};

} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
