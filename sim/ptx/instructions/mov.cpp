// SPDX-License-Identifier: MIT
// Copying registers, addresses and bits (PTX ISA 9.7.9).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"mov.<pred|b16|b32|b64|b128|u16|u32|u64|s16|s32|s64|f32|f64> d, a",
     "d = a: a register, a number, a special register or the address of a variable."},
    {"mov.<u64|b64|s64> d, function", "d = the address of a function, for calling it later."},
    {"mov.<b32|b64|b128> {d:parts}, a", "Takes a apart, the lowest bits first."},
    {"mov.<b32|b64|b128> d, {a:parts}", "Puts d together, the lowest bits first."},
};

extern const Family mov_family{"moves", "9.7.9", forms};

} // namespace lockstep::ptx
