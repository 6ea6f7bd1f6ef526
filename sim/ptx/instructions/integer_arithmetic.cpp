// SPDX-License-Identifier: MIT
// Integers of 16, 32 and 64 bits, and two of 16 bits at once (PTX ISA 9.7.1).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"add.<u16|s16|u32|s32|u64|s64> d, a, b", "d = a + b. It wraps: what does not fit is lost."},
    {"add.sat.s32 d, a, b",
     "d = a + b, held at the smallest or largest number where it does not fit."},
    {"add.<u16x2|s16x2> d:b32, a:b32, b:b32", "d = a + b in each half of the register."},
    {"sub.<u16|s16|u32|s32|u64|s64> d, a, b", "d = a - b. It wraps."},
    {"sub.sat.s32 d, a, b",
     "d = a - b, held at the smallest or largest number where it does not fit."},
    {"sad.<u16|s16|u32|s32|u64|s64> d, a, b, c", "d = c + |a - b|."},
    {"div.<u16|s16|u32|s32|u64|s64> d, a, b",
     "d = a / b, rounded towards zero. A division by 0 gives any number."},
    {"rem.<u16|s16|u32|s32|u64|s64> d, a, b", "d = the rest of a / b, with the sign of a."},
    {"abs.<s16|s32|s64> d, a", "d = |a|."},
    {"neg.<s16|s32|s64> d, a", "d = -a."},
    {"min.<u16|s16|u32|s32|u64|s64> d, a, b", "d = the smaller of a and b."},
    {"max.<u16|s16|u32|s32|u64|s64> d, a, b", "d = the larger of a and b."},
    {"min.relu.s32 d, a, b", "d = the smaller of a and b, and 0 where that is negative."},
    {"max.relu.s32 d, a, b", "d = the larger of a and b, and 0 where that is negative."},
    {"min[.relu].s16x2 d:b32, a:b32, b:b32",
     "d = the smaller of a and b in each half of the register; .relu makes 0 of what is negative."},
    {"min.u16x2 d:b32, a:b32, b:b32", "d = the smaller of a and b in each half of the register."},
    {"max[.relu].s16x2 d:b32, a:b32, b:b32",
     "d = the larger of a and b in each half of the register; .relu makes 0 of what is negative."},
    {"max.u16x2 d:b32, a:b32, b:b32", "d = the larger of a and b in each half of the register."},
};

extern const Family integer_arithmetic_family{"integer arithmetic", "9.7.1", forms};

} // namespace lockstep::ptx
