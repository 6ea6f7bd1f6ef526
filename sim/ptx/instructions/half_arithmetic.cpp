// SPDX-License-Identifier: MIT
// Numbers of 16 bits, one or two in a register (PTX ISA 9.7.4), and sums of them with numbers of 32
// bits (9.7.5).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"add[.rn][.ftz][.sat].<f16|f16x2> d, a, b",
     "d = a + b; x2 does it for both halves of the register."},
    {"add[.rn].<bf16|bf16x2> d, a, b", "d = a + b; x2 does it for both halves of the register."},
    {"sub[.rn][.ftz][.sat].<f16|f16x2> d, a, b",
     "d = a - b; x2 does it for both halves of the register."},
    {"sub[.rn].<bf16|bf16x2> d, a, b", "d = a - b; x2 does it for both halves of the register."},
    {"mul[.rn][.ftz][.sat].<f16|f16x2> d, a, b",
     "d = a * b; x2 does it for both halves of the register."},
    {"mul[.rn].<bf16|bf16x2> d, a, b", "d = a * b; x2 does it for both halves of the register."},
    {"fma.rn[.ftz][.sat].<f16|f16x2> d, a, b, c", "d = a * b + c, rounded once."},
    {"fma.rn[.ftz].relu.<f16|f16x2> d, a, b, c",
     "d = a * b + c, rounded once, and 0 where that is negative."},
    {"fma.rn[.relu].<bf16|bf16x2> d, a, b, c",
     "d = a * b + c, rounded once; .relu makes 0 of what is negative."},
    {"fma.rn.oob[.relu].<f16|f16x2|bf16|bf16x2> d, a, b, c",
     "d = a * b + c, and 0 where an operand is the NaN that means out of bounds."},
    {"neg[.ftz].<f16|f16x2> d, a", "d = -a."},
    {"neg.<bf16|bf16x2> d, a", "d = -a."},
    {"abs[.ftz].<f16|f16x2> d, a", "d = |a|."},
    {"abs.<bf16|bf16x2> d, a", "d = |a|."},
    {"min[.ftz][.NaN].<f16|f16x2> d, a, b",
     "d = the smaller of a and b; a NaN loses, unless .NaN says that it wins."},
    {"min[.ftz][.NaN].xorsign.abs.<f16|f16x2> d, a, b",
     "d = the smaller of |a| and |b|, with the product of their signs."},
    {"min[.NaN].<bf16|bf16x2> d, a, b",
     "d = the smaller of a and b; a NaN loses, unless .NaN says that it wins."},
    {"min[.NaN].xorsign.abs.<bf16|bf16x2> d, a, b",
     "d = the smaller of |a| and |b|, with the product of their signs."},
    {"max[.ftz][.NaN].<f16|f16x2> d, a, b",
     "d = the larger of a and b; a NaN loses, unless .NaN says that it wins."},
    {"max[.ftz][.NaN].xorsign.abs.<f16|f16x2> d, a, b",
     "d = the larger of |a| and |b|, with the product of their signs."},
    {"max[.NaN].<bf16|bf16x2> d, a, b",
     "d = the larger of a and b; a NaN loses, unless .NaN says that it wins."},
    {"max[.NaN].xorsign.abs.<bf16|bf16x2> d, a, b",
     "d = the larger of |a| and |b|, with the product of their signs."},
    {"add[.<rn|rz|rm|rp>][.sat].f32.<f16|bf16> d:1, a, c:1",
     "d = a + c, where a has half the width."},
    {"sub[.<rn|rz|rm|rp>][.sat].f32.<f16|bf16> d:1, a, c:1",
     "d = a - c, where a has half the width."},
    {"fma.<rn|rz|rm|rp>[.sat].f32.<f16|bf16> d:1, a, b, c:1",
     "d = a * b + c, where a and b have half the width."},
};

extern const Family half_arithmetic_family{"half precision", "9.7.4", forms};

} // namespace lockstep::ptx
