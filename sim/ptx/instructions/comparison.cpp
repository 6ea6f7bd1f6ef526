// SPDX-License-Identifier: MIT
// Comparing two numbers (PTX ISA 9.7.6, and 9.7.7 for numbers of 16 bits). lo, ls, hi and hs
// compare as unsigned; equ and its like are true when a number is a NaN.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"setp.<eq|ne>.<b16|b32|b64> d:pred|p, a, b",
     "d = whether a and b compare so; the second predicate is the opposite."},
    {"setp.<eq|ne>.<and|or|xor>.<b16|b32|b64> d:pred|p, a, b, c:pred",
     "d = whether a and b compare so, combined with c."},
    {"setp.<eq|ne|lt|le|gt|ge|lo|ls|hi|hs>.<u16|s16|u32|s32|u64|s64> d:pred|p, a, b",
     "d = whether a and b compare so; the second predicate is the opposite."},
    {"setp.<eq|ne|lt|le|gt|ge|lo|ls|hi|hs>.<and|or|xor>.<u16|s16|u32|s32|u64|s64> d:pred|p, a, b, "
     "c:pred",
     "d = whether a and b compare so, combined with c."},
    {"setp.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>[.ftz].f32 d:pred|p, a, b",
     "d = whether a and b compare so; the second predicate is the opposite."},
    {"setp.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<and|or|xor>[.ftz].f32 d:pred|p, a, "
     "b, c:pred",
     "d = whether a and b compare so, combined with c."},
    {"setp.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.f64 d:pred|p, a, b",
     "d = whether a and b compare so; the second predicate is the opposite."},
    {"setp.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<and|or|xor>.f64 d:pred|p, a, b, "
     "c:pred",
     "d = whether a and b compare so, combined with c."},
    {"setp.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>[.ftz].<f16|bf16> d:pred, a, b",
     "d = whether a and b compare so."},
    {"setp.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<and|or|xor>[.ftz].<f16|bf16> "
     "d:pred, a, b, c:pred",
     "d = whether a and b compare so, combined with c."},
    {"setp.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>[.ftz].<f16x2|bf16x2> d:pred|p, a, b",
     "d and p = whether the lower and the upper halves compare so."},
    {"setp.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<and|or|xor>[.ftz].<f16x2|bf16x2> "
     "d:pred|p, a, b, c:pred",
     "d and p = whether the lower and the upper halves compare so, combined with c."},
    {"set.<eq|ne>.<u32|s32|f32|f16|bf16>.<b16|b32|b64> d:1, a, b",
     "d = all ones, or 1.0, where a and b compare so; 0 elsewhere."},
    {"set.<eq|ne>.<and|or|xor>.<u32|s32|f32|f16|bf16>.<b16|b32|b64> d:1, a, b, c:pred",
     "d = all ones, or 1.0, where the comparison combined with c holds; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|lo|ls|hi|hs>.<u32|s32|f32|f16|bf16>.<u16|s16|u32|s32|u64|s64> d:1, a, "
     "b",
     "d = all ones, or 1.0, where a and b compare so; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|lo|ls|hi|hs>.<and|or|xor>.<u32|s32|f32|f16|bf16>.<u16|s16|u32|s32|u64|"
     "s64> d:1, a, b, c:pred",
     "d = all ones, or 1.0, where the comparison combined with c holds; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>[.ftz].<u32|s32|f32|f16|bf16>.<f32|"
     "f64> d:1, a, b",
     "d = all ones, or 1.0, where a and b compare so; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<and|or|xor>[.ftz].<u32|s32|f32|f16|"
     "bf16>.<f32|f64> d:1, a, b, c:pred",
     "d = all ones, or 1.0, where the comparison combined with c holds; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>[.ftz].<u16|s16|u32|s32|f16|bf16>.<"
     "f16|bf16> d:1, a, b",
     "d = all ones, or 1.0, where a and b compare so; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<and|or|xor>[.ftz].<u16|s16|u32|s32|"
     "f16|bf16>.<f16|bf16> d:1, a, b, c:pred",
     "d = all ones, or 1.0, where the comparison combined with c holds; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>[.ftz].<u32|s32|f16x2>.f16x2 d:1, a, "
     "b",
     "d = all ones, or 1.0, in each half where a and b compare so; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<and|or|xor>[.ftz].<u32|s32|f16x2>."
     "f16x2 d:1, a, b, c:pred",
     "d = all ones, or 1.0, in each half where the comparison combined with c holds."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>[.ftz].<u32|s32|bf16x2>.bf16x2 d:1, "
     "a, b",
     "d = all ones, or 1.0, in each half where a and b compare so; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<and|or|xor>[.ftz].<u32|s32|bf16x2>."
     "bf16x2 d:1, a, b, c:pred",
     "d = all ones, or 1.0, in each half where the comparison combined with c holds."},
};

extern const Family comparison_family{"comparisons", "9.7.6", forms};

} // namespace lockstep::ptx
