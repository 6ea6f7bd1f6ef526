// SPDX-License-Identifier: MIT
// Numbers of 32 and 64 bits (PTX ISA 9.7.3). .rn rounds to the nearest, .rz towards zero, .rm down,
// .rp up; .ftz takes numbers too small for full precision as 0; .sat holds the result in [0, 1].
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"add[.<rn|rz|rm|rp>][.ftz][.sat].f32 d, a, b", "d = a + b."},
    {"add[.<rn|rz|rm|rp>].f64 d, a, b", "d = a + b."},
    {"add[.<rn|rz|rm|rp>][.ftz].f32x2 d:b64, a:b64, b:b64",
     "d = a + b in each half of the register."},
    {"sub[.<rn|rz|rm|rp>][.ftz][.sat].f32 d, a, b", "d = a - b."},
    {"sub[.<rn|rz|rm|rp>].f64 d, a, b", "d = a - b."},
    {"sub[.<rn|rz|rm|rp>][.ftz].f32x2 d:b64, a:b64, b:b64",
     "d = a - b in each half of the register."},
    {"mul[.<rn|rz|rm|rp>][.ftz][.sat].f32 d, a, b", "d = a * b."},
    {"mul[.<rn|rz|rm|rp>].f64 d, a, b", "d = a * b."},
    {"mul[.<rn|rz|rm|rp>][.ftz].f32x2 d:b64, a:b64, b:b64",
     "d = a * b in each half of the register."},
    {"fma.<rn|rz|rm|rp>[.ftz][.sat].f32 d, a, b, c", "d = a * b + c, rounded once."},
    {"fma.<rn|rz|rm|rp>.f64 d, a, b, c", "d = a * b + c, rounded once."},
    {"fma.<rn|rz|rm|rp>[.ftz].f32x2 d:b64, a:b64, b:b64, c:b64",
     "d = a * b + c in each half of the register."},
    {"mad.<rn|rz|rm|rp>[.ftz][.sat].f32 d, a, b, c", "d = a * b + c, rounded once."},
    {"mad.<rn|rz|rm|rp>.f64 d, a, b, c", "d = a * b + c, rounded once."},
    {"div.<approx|full|rn|rz|rm|rp>[.ftz].f32 d, a, b",
     "d = a / b; .approx and .full may miss the last bits."},
    {"div.<rn|rz|rm|rp>.f64 d, a, b", "d = a / b."},
    {"abs[.ftz].f32 d, a", "d = |a|."},
    {"abs.f64 d, a", "d = |a|."},
    {"neg[.ftz].f32 d, a", "d = -a."},
    {"neg.f64 d, a", "d = -a."},
    {"min[.ftz][.NaN].xorsign.abs.f32 d, a, b",
     "d = the smaller of |a| and |b|, with the product of their signs."},
    {"min[.ftz][.NaN].f32 d, a, b",
     "d = the smaller of a and b; a NaN loses, unless .NaN says that it wins."},
    {"min[.ftz][.NaN][.abs].f32 d, a, b, c", "d = the smallest of three."},
    {"min.f64 d, a, b", "d = the smaller of a and b; a NaN loses."},
    {"max[.ftz][.NaN].xorsign.abs.f32 d, a, b",
     "d = the larger of |a| and |b|, with the product of their signs."},
    {"max[.ftz][.NaN].f32 d, a, b",
     "d = the larger of a and b; a NaN loses, unless .NaN says that it wins."},
    {"max[.ftz][.NaN][.abs].f32 d, a, b, c", "d = the largest of three."},
    {"max.f64 d, a, b", "d = the larger of a and b; a NaN loses."},
    {"testp.<finite|infinite|number|notanumber|normal|subnormal>.<f32|f64> d:pred, a",
     "d = whether a is such a number."},
    {"copysign.<f32|f64> d, a, b", "d = b with the sign of a."},
};

extern const Family float_arithmetic_family{"floating-point arithmetic", "9.7.3", forms};

} // namespace lockstep::ptx
