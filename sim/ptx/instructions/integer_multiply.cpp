// SPDX-License-Identifier: MIT
// Products of integers, and sums of products (PTX ISA 9.7.1). A product has twice as many bits as
// its factors: .lo and .hi keep a half, .wide keeps all.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"mul.<lo|hi>.<u16|s16|u32|s32|u64|s64> d, a, b", "d = the low or the high half of a * b."},
    {"mul.wide.<u16|s16> d:u32, a, b", "d = a * b, of which nothing is lost: d is twice as wide."},
    {"mul.wide.<u32|s32> d:u64, a, b", "d = a * b, of which nothing is lost: d is twice as wide."},
    {"mad.<lo|hi>.<u16|s16|u32|s32|u64|s64> d, a, b, c",
     "d = the low or the high half of a * b, plus c."},
    {"mad.wide.<u16|s16> d:u32, a, b, c:u32", "d = a * b + c, where c and d are twice as wide."},
    {"mad.wide.<u32|s32> d:u64, a, b, c:u64", "d = a * b + c, where c and d are twice as wide."},
    {"mad.hi.sat.s32 d, a, b, c",
     "d = the high half of a * b, plus c, held where it does not fit."},
    {"mul24.<lo|hi>.<u32|s32> d, a, b",
     "d = 32 of the 48 bits of the product of the low 24 bits of a and b."},
    {"mad24.<lo|hi>.<u32|s32> d, a, b, c",
     "d = 32 of the 48 bits of the product of the low 24 bits of a and b, plus c."},
    {"mad24.hi.sat.s32 d, a, b, c",
     "d = the high bits of the product of the low 24 bits, plus c, held where it does not fit."},
    {"dp4a.<u32|s32>.<u32|s32> d:u32, a:u32, b:u32, c:u32",
     "d = c + the four products of the bytes of a and b."},
    {"dp2a.<lo|hi>.<u32|s32>.<u32|s32> d:u32, a:u32, b:u32, c:u32",
     "d = c + the two products of the halves of a and two bytes of b."},
};

extern const Family integer_multiply_family{"integer products", "9.7.1", forms};

} // namespace lockstep::ptx
