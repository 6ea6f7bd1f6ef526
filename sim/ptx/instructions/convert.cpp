// SPDX-License-Identifier: MIT
// From one type of number to another (PTX ISA 9.7.9, cvt). .rni and its like round to an integer;
// .sat holds what does not fit.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"cvt[.sat].<u8|u16|u32|u64|s8|s16|s32|s64>.<u8|u16|u32|u64|s8|s16|s32|s64> d:1+, a:+",
     "d = a in the other type: cut short, or extended by the sign of a's type."},
    {"cvt[.<rn|rz|rm|rp|rni|rzi|rmi|rpi>][.ftz][.sat].<f16|bf16|f32|f64>.<f16|bf16|f32|f64> d:1, a",
     "d = a with another precision, or rounded to an integer."},
    {"cvt.<rn|rz|rm|rp>[.sat].<f16|bf16|f32|f64>.<u8|u16|u32|u64|s8|s16|s32|s64> d:1, a:+",
     "d = the integer a as a floating-point number."},
    {"cvt.<rni|rzi|rmi|rpi>[.ftz][.sat].<u8|u16|u32|u64|s8|s16|s32|s64>.<f16|bf16|f32|f64> d:1+, a",
     "d = a as an integer; what does not fit is held at the end of the range."},
};

extern const Family convert_family{"conversions", "9.7.9", forms};

} // namespace lockstep::ptx
