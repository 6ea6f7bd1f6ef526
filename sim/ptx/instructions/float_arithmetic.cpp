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
    {"div.<rn|rz|rm|rp>[.ftz].f32 d, a, b", "d = a / b."},
    {"div.<rn|rz|rm|rp>.f64 d, a, b", "d = a / b."},
    {"rcp.<rn|rz|rm|rp>[.ftz].f32 d, a", "d = 1 / a."},
    {"rcp.<rn|rz|rm|rp>.f64 d, a", "d = 1 / a."},
    {"sqrt.<rn|rz|rm|rp>[.ftz].f32 d, a", "d = the square root of a."},
    {"sqrt.<rn|rz|rm|rp>.f64 d, a", "d = the square root of a."},
};

extern const Family float_arithmetic_family{"floating-point arithmetic", "9.7.3", forms};

} // namespace lockstep::ptx
