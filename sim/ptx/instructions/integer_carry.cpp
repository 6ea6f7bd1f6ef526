// SPDX-License-Identifier: MIT
// Sums and products longer than a register: the carry waits in a flag that only these instructions
// read and write (PTX ISA 9.7.2).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"add.cc.<u32|s32|u64|s64> d, a, b", "d = a + b; the carry goes into the flag."},
    {"addc[.cc].<u32|s32|u64|s64> d, a, b", "d = a + b + the flag."},
    {"sub.cc.<u32|s32|u64|s64> d, a, b", "d = a - b; the borrow goes into the flag."},
    {"subc[.cc].<u32|s32|u64|s64> d, a, b", "d = a - b - the flag."},
    {"mad.<lo|hi>.cc.<u32|s32|u64|s64> d, a, b, c",
     "d = half of a * b, plus c; the carry goes into the flag."},
    {"madc.<lo|hi>[.cc].<u32|s32|u64|s64> d, a, b, c", "d = half of a * b, plus c, plus the flag."},
};

extern const Family integer_carry_family{"integers of any width", "9.7.2", forms};

} // namespace lockstep::ptx
