// SPDX-License-Identifier: MIT
// Atomic updates of which nobody wants the old value (PTX ISA 9.7.13, red).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"red[.<relaxed|release>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|shared::cluster>]"
     ".<and|or|xor>[.L2::cache_hint].<b32|b64> [a], b[, policy:u64]",
     "The memory becomes its old value and, or, xor b."},
    {"red[.<relaxed|release>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|shared::cluster>]"
     ".add[.L2::cache_hint].<u32|s32|u64|f32|f64> [a], b[, policy:u64]",
     "b is added to the memory."},
    {"red[.<relaxed|release>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|shared::cluster>]"
     ".<inc|dec>[.L2::cache_hint].u32 [a], b[, policy:u64]",
     "The memory counts up or down and starts again at b."},
    {"red[.<relaxed|release>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|shared::cluster>]"
     ".<min|max>[.L2::cache_hint].<u32|s32|u64|s64> [a], b[, policy:u64]",
     "The memory becomes the smaller or larger of its old value and b."},
    {"red[.<relaxed|release>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|shared::cluster>]"
     ".add.noftz[.L2::cache_hint].<f16|f16x2|bf16|bf16x2> [a], b[, policy:u64]",
     "b is added to the memory."},
    {"red[.<relaxed|release>][.<cta|cluster|gpu|sys>][.global].add[.L2::cache_hint].<v2|v4>.f32 "
     "[a], {b}[, policy:u64]",
     "Each element of b is added to the memory, each for itself."},
    {"red[.<relaxed|release>][.<cta|cluster|gpu|sys>][.global].<add|min|max>.noftz[.L2::cache_hint]"
     ".<v2|v4|v8>.<f16|bf16> [a], {b}[, policy:u64]",
     "Each element of the memory is updated, each for itself."},
    {"red[.<relaxed|release>][.<cta|cluster|gpu|sys>][.global].<add|min|max>.noftz[.L2::cache_hint]"
     ".<v2|v4>.<f16x2|bf16x2> [a], {b}[, policy:u64]",
     "Each element of the memory is updated, each for itself."},
};

extern const Family reduction_family{"reductions in memory", "9.7.13", forms};

} // namespace lockstep::ptx
