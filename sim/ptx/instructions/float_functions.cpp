// SPDX-License-Identifier: MIT
// Functions that may differ from the true value in the last bits, by as much as the manual says
// (PTX ISA 9.7.3).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"div.<approx|full>[.ftz].f32 d, a, b", "d = a / b."},
    {"rcp.approx[.ftz].f32 d, a", "d = 1 / a."},
    {"rcp.approx.ftz.f64 d, a",
     "d = 1 / a, of which the upper 20 bits of the fraction are computed."},
    {"sqrt.approx[.ftz].f32 d, a", "d = the square root of a."},
    {"rsqrt.approx[.ftz].f32 d, a", "d = 1 / the square root of a."},
    {"rsqrt.approx[.ftz].f64 d, a", "d = 1 / the square root of a."},
    {"sin.approx[.ftz].f32 d, a", "d = the sine of a."},
    {"cos.approx[.ftz].f32 d, a", "d = the cosine of a."},
    {"lg2.approx[.ftz].f32 d, a", "d = the logarithm of a to base 2."},
    {"ex2.approx[.ftz].f32 d, a", "d = 2 to the power of a."},
    {"ex2.approx.<f16|f16x2> d, a", "d = 2 to the power of a."},
    {"ex2.approx.ftz.<bf16|bf16x2> d, a", "d = 2 to the power of a."},
    {"tanh.approx.<f32|f16|f16x2|bf16|bf16x2> d, a", "d = the hyperbolic tangent of a."},
};

extern const Family float_functions_family{"approximate functions", "9.7.3", forms};

} // namespace lockstep::ptx
