// SPDX-License-Identifier: MIT
// Counting, finding, cutting out and putting in bits (PTX ISA 9.7.1).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"popc.<b32|b64> d:u32, a", "d = how many bits of a are 1."},
    {"clz.<b32|b64> d:u32, a", "d = how many zeros stand before the highest 1 of a."},
    {"bfind[.shiftamt].<u32|s32|u64|s64> d:u32, a",
     "d = the place of the highest bit that is not the sign, or -1."},
    {"brev.<b32|b64> d, a", "d = the bits of a in reverse order."},
    {"bfe.<u32|s32|u64|s64> d, a, b:u32, c:u32", "d = the c bits of a from bit b on."},
    {"bfi.<b32|b64> d, a, b, c:u32, e:u32", "d = b with the low bits of a put in from bit c on."},
    {"fns.b32 d, mask, base, offset",
     "d = the place of the offset-th 1 of mask, counted from bit base."},
    {"szext.<clamp|wrap>.<u32|s32> d, a, b:u32", "d = the low b bits of a, extended."},
    {"bmsk.<clamp|wrap>.b32 d, a, b", "d = b ones from bit a on."},
};

extern const Family integer_bits_family{"bits of integers", "9.7.1", forms};

} // namespace lockstep::ptx
