// SPDX-License-Identifier: MIT
// Moving bits (PTX ISA 9.7.8). A shift by the width or more leaves nothing, or only the sign.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"shl.<b16|b32|b64> d, a, b:u32", "d = a moved left by b bits."},
    {"shr.<b16|b32|b64|u16|u32|u64|s16|s32|s64> d, a, b:u32",
     "d = a moved right by b bits; signed types copy the sign into the gap."},
    {"shf.<l|r>.<clamp|wrap>.b32 d, a, b, c:u32", "d = 32 bits of the pair b, a moved by c bits."},
};

extern const Family shift_family{"shifts", "9.7.8", forms};

} // namespace lockstep::ptx
