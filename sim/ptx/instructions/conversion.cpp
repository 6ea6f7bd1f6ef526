// SPDX-License-Identifier: MIT
// From one type of number to another (PTX ISA 9.7.9, cvt). .rni and its like round to an integer;
// .sat holds what does not fit.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"cvt[.sat].<u8|u16|u32|u64|s8|s16|s32|s64>.<u8|u16|u32|u64|s8|s16|s32|s64> d:1+, a:+",
     "d = a in the other type: cut short, or extended by the sign of a's type."},
    {"cvt.<rn|rz|rm|rp>[.ftz][.sat].<f16|bf16>.<f32|f64> d:1+, a:+", "d = a in 16 bits, rounded."},
    {"cvt.<rn|rz|rm|rp>[.ftz][.sat].f32.f64 d:1+, a:+", "d = a in 32 bits, rounded."},
    {"cvt[.ftz][.sat].<f32|f64>.<f16|bf16> d:1+, a:+", "d = a in more bits, exactly."},
    {"cvt[.ftz][.sat].f64.f32 d:1+, a:+", "d = a in more bits, exactly."},
    {"cvt[.<rni|rzi|rmi|rpi>][.ftz][.sat].f32.f32 d:1+, a:+",
     "d = a rounded to an integer, or only held or flushed."},
    {"cvt[.<rni|rzi|rmi|rpi>][.sat].f64.f64 d:1+, a:+",
     "d = a rounded to an integer, or only held."},
    {"cvt[.<rni|rzi|rmi|rpi>][.sat].f16.f16 d:1+, a:+",
     "d = a rounded to an integer, or only held."},
    {"cvt[.<rni|rzi|rmi|rpi>][.sat].bf16.bf16 d:1+, a:+",
     "d = a rounded to an integer, or only held."},
    {"cvt.<rn|rz|rm|rp>.f16.bf16 d:1+, a:+", "d = a in the other format of 16 bits, rounded."},
    {"cvt.<rn|rz|rm|rp>.bf16.f16 d:1+, a:+", "d = a in the other format of 16 bits, rounded."},
    {"cvt.<rn|rz|rm|rp>[.sat].<f16|bf16|f32|f64>.<u8|u16|u32|u64|s8|s16|s32|s64> d:1+, a:+",
     "d = the integer a as a floating-point number."},
    {"cvt.<rni|rzi|rmi|rpi>[.ftz][.sat].<u8|u16|u32|u64|s8|s16|s32|s64>.<f16|bf16|f32|f64> d:1+, "
     "a:+",
     "d = a as an integer; what does not fit is held at the end of the range."},
    {"cvt.<rn|rz>[.relu].satfinite.<f16|bf16>.f32 d:1, a",
     "d = a in 16 bits; what is too large is held at the largest number."},
    {"cvt.<rn|rz>.relu.<f16|bf16>.f32 d:1, a", "d = a in 16 bits, and 0 where it is negative."},
    {"cvt.<rn|rz>[.relu][.satfinite].<f16x2|bf16x2>.f32 d:1, a, b",
     "d = b in the lower and a in the upper half, 16 bits each."},
    {"cvt.rs[.relu][.satfinite].<f16x2|bf16x2>.f32 d:1, a, b, c:b32",
     "d = b and a in 16 bits each, rounded at random by the bits of c."},
    {"cvt.rna[.satfinite].tf32.f32 d:b32, a",
     "d = a with the fraction of ten bits that matrix units take."},
    {"cvt.<rn|rz>[.satfinite][.relu].tf32.f32 d:b32, a",
     "d = a with the fraction of ten bits that matrix units take."},
    {"cvt.rn.satfinite[.relu].<e4m3x2|e5m2x2>.f32 d:b16, a, b",
     "d = b in the lower and a in the upper byte."},
    {"cvt.rn.satfinite[.relu].<e4m3x2|e5m2x2>.f16x2 d:b16, a",
     "d = both halves of a in a byte each."},
    {"cvt.rn[.relu].f16x2.<e4m3x2|e5m2x2> d:b32, a:b16", "d = both bytes of a in 16 bits each."},
    {"cvt.rn.satfinite[.relu].<e2m3x2|e3m2x2>.f32 d:b16, a, b",
     "d = b in the lower and a in the upper byte, six bits each."},
    {"cvt.rn[.relu].f16x2.<e2m3x2|e3m2x2> d:b32, a:b16", "d = both bytes of a in 16 bits each."},
    {"cvt.<rz|rp>[.satfinite].ue8m0x2.f32 d:b16, a, b",
     "d = the powers of two of b and a, a byte each."},
    {"cvt.<rz|rp>[.satfinite].ue8m0x2.bf16x2 d:b16, a",
     "d = the powers of two of both halves of a, a byte each."},
    {"cvt.rn.bf16x2.ue8m0x2 d:b32, a:b16", "d = both powers of two in 16 bits each."},
    {"cvt.pack.sat.<u16|s16>.s32 d:b32, a, b",
     "d = b in the lower and a in the upper half, held where they do not fit."},
    {"cvt.pack.sat.<u8|s8|u4|s4|u2|s2>.s32.b32 d:b32, a:s32, b:s32, c:b32",
     "d = c moved up, with b and a put in below."},
};

extern const Family conversion_family{"conversions", "9.7.9", forms};

} // namespace lockstep::ptx
