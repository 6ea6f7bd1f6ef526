// SPDX-License-Identifier: MIT
// Two or four small integers in a register at once (PTX ISA 9.7.18), whole registers only.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"vadd2.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the sums of the halves of a and b; .add adds them all to c."},
    {"vadd4.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the sums of the bytes of a and b; .add adds them all to c."},
    {"vsub2.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the differences of the halves of a and b; .add adds them all to c."},
    {"vsub4.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the differences of the bytes of a and b; .add adds them all to c."},
    {"vavrg2.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the averages of the halves of a and b; .add adds them all to c."},
    {"vavrg4.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the averages of the bytes of a and b; .add adds them all to c."},
    {"vabsdiff2.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the absolute differences of the halves of a and b; .add adds them all to c."},
    {"vabsdiff4.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the absolute differences of the bytes of a and b; .add adds them all to c."},
    {"vmin2.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the smaller ones of the halves of a and b; .add adds them all to c."},
    {"vmin4.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the smaller ones of the bytes of a and b; .add adds them all to c."},
    {"vmax2.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the larger ones of the halves of a and b; .add adds them all to c."},
    {"vmax4.<u32|s32>.<u32|s32>.<u32|s32>[.<sat|add>] d:b32, a:b32, b:b32, c:b32",
     "d = the larger ones of the bytes of a and b; .add adds them all to c."},
    {"vset2.<u32|s32>.<u32|s32>.<eq|ne|lt|le|gt|ge>[.add] d:b32, a:b32, b:b32, c:b32",
     "d = 1 in each of the halves where a and b compare so; .add adds them all to c."},
    {"vset4.<u32|s32>.<u32|s32>.<eq|ne|lt|le|gt|ge>[.add] d:b32, a:b32, b:b32, c:b32",
     "d = 1 in each of the bytes where a and b compare so; .add adds them all to c."},
};

extern const Family video_family{"arithmetic on parts of a register", "9.7.18", forms};

} // namespace lockstep::ptx
