// SPDX-License-Identifier: MIT
// Reading, changing and writing memory with nothing in between (PTX ISA 9.7.13).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"atom[.<relaxed|acquire|release|acq_rel>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|"
     "shared::cluster>].<and|or|xor>[.L2::cache_hint].<b32|b64> d, [a], b[, policy:u64]",
     "d = what was there; the memory becomes that and, or, xor b."},
    {"atom[.<relaxed|acquire|release|acq_rel>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|"
     "shared::cluster>].exch[.L2::cache_hint].<b32|b64|b128> d, [a], b[, policy:u64]",
     "d = what was there; the memory becomes b."},
    {"atom[.<relaxed|acquire|release|acq_rel>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|"
     "shared::cluster>].cas[.L2::cache_hint].<b16|b32|b64|b128> d, [a], b, c[, policy:u64]",
     "d = what was there; where that is b the memory becomes c."},
    {"atom[.<relaxed|acquire|release|acq_rel>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|"
     "shared::cluster>].add[.L2::cache_hint].<u32|s32|u64|f32|f64> d, [a], b[, policy:u64]",
     "d = what was there; b is added to the memory."},
    {"atom[.<relaxed|acquire|release|acq_rel>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|"
     "shared::cluster>].<inc|dec>[.L2::cache_hint].u32 d, [a], b[, policy:u64]",
     "d = what was there; the memory counts up or down and starts again at b."},
    {"atom[.<relaxed|acquire|release|acq_rel>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|"
     "shared::cluster>].<min|max>[.L2::cache_hint].<u32|s32|u64|s64> d, [a], b[, policy:u64]",
     "d = what was there; the memory becomes the smaller or larger of that and b."},
    {"atom[.<relaxed|acquire|release|acq_rel>][.<cta|cluster|gpu|sys>][.<global|shared|shared::cta|"
     "shared::cluster>].add.noftz[.L2::cache_hint].<f16|f16x2|bf16|bf16x2> d, [a], b[, policy:u64]",
     "d = what was there; b is added to the memory."},
    {"atom[.<relaxed|acquire|release|acq_rel>][.<cta|cluster|gpu|sys>][.global].add[.L2::cache_"
     "hint].<v2|v4>.f32 {d}, [a], {b}[, policy:u64]",
     "d = what was there; each element of b is added to the memory, each for itself."},
    {"atom[.<relaxed|acquire|release|acq_rel>][.<cta|cluster|gpu|sys>][.global].<add|min|max>."
     "noftz[.L2::cache_hint].<v2|v4|v8>.<f16|bf16> {d}, [a], {b}[, policy:u64]",
     "d = what was there; each element of the memory is updated, each for itself."},
    {"atom[.<relaxed|acquire|release|acq_rel>][.<cta|cluster|gpu|sys>][.global].<add|min|max>."
     "noftz[.L2::cache_hint].<v2|v4>.<f16x2|bf16x2> {d}, [a], {b}[, policy:u64]",
     "d = what was there; each element of the memory is updated, each for itself."},
};

extern const Family atomic_family{"atomic updates", "9.7.13", forms};

} // namespace lockstep::ptx
