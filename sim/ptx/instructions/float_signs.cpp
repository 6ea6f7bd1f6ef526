// SPDX-License-Identifier: MIT
// What looks at the parts of a number and computes none of them (PTX ISA 9.7.3).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"abs[.ftz].f32 d, a", "d = |a|."},
    {"abs.f64 d, a", "d = |a|."},
    {"neg[.ftz].f32 d, a", "d = -a."},
    {"neg.f64 d, a", "d = -a."},
    {"min[.ftz][.NaN].f32 d, a, b",
     "d = the smaller of a and b; a NaN loses, unless .NaN says that it wins."},
    {"min[.ftz][.NaN].xorsign.abs.f32 d, a, b",
     "d = the smaller of |a| and |b|, with the product of their signs."},
    {"min[.ftz][.NaN][.abs].f32 d, a, b, c", "d = the smallest of three numbers."},
    {"min.f64 d, a, b", "d = the smaller of a and b; a NaN loses."},
    {"max[.ftz][.NaN].f32 d, a, b",
     "d = the larger of a and b; a NaN loses, unless .NaN says that it wins."},
    {"max[.ftz][.NaN].xorsign.abs.f32 d, a, b",
     "d = the larger of |a| and |b|, with the product of their signs."},
    {"max[.ftz][.NaN][.abs].f32 d, a, b, c", "d = the largest of three numbers."},
    {"max.f64 d, a, b", "d = the larger of a and b; a NaN loses."},
    {"testp.<finite|infinite|number|notanumber|normal|subnormal>.<f32|f64> d:pred, a",
     "d = whether a is such a number."},
    {"copysign.<f32|f64> d, a, b", "d = b with the sign of a."},
};

extern const Family float_signs_family{"signs and bounds of floating-point numbers", "9.7.3",
                                       forms};

} // namespace lockstep::ptx
