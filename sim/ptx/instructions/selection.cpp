// SPDX-License-Identifier: MIT
// Choosing without a branch: both operands are there already (PTX ISA 9.7.6).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"selp.<b16|b32|b64|u16|u32|u64|s16|s32|s64|f32|f64> d, a, b, c:pred",
     "d = a where c is true, else b. There is no branch: both are computed before."},
    {"slct.<b16|b32|b64|u16|u32|u64|s16|s32|s64|f32|f64>.s32 d:1, a:1, b:1, c",
     "d = a where c is at least 0, else b."},
    {"slct[.ftz].<b16|b32|b64|u16|u32|u64|s16|s32|s64|f32|f64>.f32 d:1, a:1, b:1, c",
     "d = a where c is at least 0, else b."},
};

extern const Family selection_family{"selection", "9.7.6", forms};

} // namespace lockstep::ptx
