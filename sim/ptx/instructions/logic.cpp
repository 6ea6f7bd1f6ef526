// SPDX-License-Identifier: MIT
// Bit by bit, or on predicates (PTX ISA 9.7.8). A shift by the width or more leaves nothing, or
// only the sign.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"and.<pred|b16|b32|b64> d, a, b", "d = a and b, bit by bit."},
    {"or.<pred|b16|b32|b64> d, a, b", "d = a or b, bit by bit."},
    {"xor.<pred|b16|b32|b64> d, a, b", "d = a or b, but not both, bit by bit."},
    {"not.<pred|b16|b32|b64> d, a", "d = each bit of a turned over."},
    {"cnot.<b16|b32|b64> d, a", "d = 1 where a is 0, else 0."},
    {"lop3.b32 d, a, b, c, n", "d = any function of three bits, as a table of eight bits says it."},
    {"lop3.<or|and>.b32 d|p, a, b, c, n, q:pred",
     "d = any function of three bits; p = whether it is not 0, combined with q."},
    {"shl.<b16|b32|b64> d, a, b:u32", "d = a moved left by b bits."},
    {"shr.<b16|b32|b64|u16|u32|u64|s16|s32|s64> d, a, b:u32",
     "d = a moved right by b bits; signed types copy the sign into the gap."},
    {"shf.<l|r>.<clamp|wrap>.b32 d, a, b, c:u32", "d = 32 bits of the pair b, a moved by c bits."},
};

extern const Family logic_family{"logic and shifts", "9.7.8", forms};

} // namespace lockstep::ptx
