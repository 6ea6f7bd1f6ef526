// SPDX-License-Identifier: MIT
// Comparing two numbers, and choosing by the outcome (PTX ISA 9.7.6). lo, ls, hi and hs compare as
// unsigned; equ and its like are true when a number is a NaN.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"setp.<eq|ne|lt|le|gt|ge|lo|ls|hi|hs>.<b16|b32|b64|u16|u32|u64|s16|s32|s64> d:pred|p, a, b",
     "d = whether a and b compare so; the second predicate is the opposite."},
    {"setp.<eq|ne|lt|le|gt|ge|lo|ls|hi|hs>.<and|or|xor>.<b16|b32|b64|u16|u32|u64|s16|s32|s64> "
     "d:pred|p, a, b, c:pred",
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
    {"set.<eq|ne|lt|le|gt|ge|lo|ls|hi|hs>.<u32|s32|f32>.<b16|b32|b64|u16|u32|u64|s16|s32|s64> d:1, "
     "a, b",
     "d = all ones, or 1.0, where a and b compare so; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|lo|ls|hi|hs>.<and|or|xor>.<u32|s32|f32>.<b16|b32|b64|u16|u32|u64|s16|"
     "s32|s64> d:1, a, b, c:pred",
     "d = all ones, or 1.0, where the comparison combined with c holds; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>[.ftz].<u32|s32|f32>.f32 d:1, a, b",
     "d = all ones, or 1.0, where a and b compare so; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<and|or|xor>[.ftz].<u32|s32|f32>.f32 "
     "d:1, a, b, c:pred",
     "d = all ones, or 1.0, where the comparison combined with c holds; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<u32|s32|f32>.f64 d:1, a, b",
     "d = all ones, or 1.0, where a and b compare so; 0 elsewhere."},
    {"set.<eq|ne|lt|le|gt|ge|equ|neu|ltu|leu|gtu|geu|num|nan>.<and|or|xor>.<u32|s32|f32>.f64 d:1, "
     "a, b, c:pred",
     "d = all ones, or 1.0, where the comparison combined with c holds; 0 elsewhere."},
    {"selp.<b16|b32|b64|u16|u32|u64|s16|s32|s64|f32|f64> d, a, b, c:pred",
     "d = a where c is true, else b. Both are computed; there is no branch."},
    {"slct.<b16|b32|b64|u16|u32|u64|s16|s32|s64|f32|f64>.s32 d:1, a:1, b:1, c",
     "d = a where c is at least 0, else b."},
    {"slct[.ftz].<b16|b32|b64|u16|u32|u64|s16|s32|s64|f32|f64>.f32 d:1, a:1, b:1, c",
     "d = a where c is at least 0, else b."},
};

extern const Family comparison_family{"comparison and selection", "9.7.6", forms};

} // namespace lockstep::ptx
