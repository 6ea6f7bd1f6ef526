// SPDX-License-Identifier: MIT
// Roots and transcendental functions (PTX ISA 9.7.3). Those with .approx differ from the true value
// in the last bits, by as much as the manual says.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"rcp.<approx|rn|rz|rm|rp>[.ftz].f32 d, a", "d = 1 / a."},
    {"rcp.<rn|rz|rm|rp>.f64 d, a", "d = 1 / a."},
    {"rcp.approx.ftz.f64 d, a",
     "d = 1 / a, of which the upper 20 bits of the fraction are computed."},
    {"sqrt.<approx|rn|rz|rm|rp>[.ftz].f32 d, a", "d = the square root of a."},
    {"sqrt.<rn|rz|rm|rp>.f64 d, a", "d = the square root of a."},
    {"rsqrt.approx[.ftz].f32 d, a", "d = 1 / the square root of a."},
    {"rsqrt.approx[.ftz].f64 d, a", "d = 1 / the square root of a."},
    {"sin.approx[.ftz].f32 d, a", "d = the sine of a."},
    {"cos.approx[.ftz].f32 d, a", "d = the cosine of a."},
    {"lg2.approx[.ftz].f32 d, a", "d = the logarithm of a to base 2."},
    {"ex2.approx[.ftz].f32 d, a", "d = 2 to the power of a."},
    {"tanh.approx.f32 d, a", "d = the hyperbolic tangent of a."},
};

extern const Family float_functions_family{"floating-point functions", "9.7.3", forms};

} // namespace lockstep::ptx
