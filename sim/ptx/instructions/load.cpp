// SPDX-License-Identifier: MIT
// From memory into registers (PTX ISA 9.7.9, ld). A register may be wider than what is loaded.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"ld[.weak][.<const|global|local|param|param::entry|param::func|shared|shared::cta|shared::"
     "cluster>][.<ca|cg|cs|lu|cv>][.<L1::evict_normal|L1::evict_unchanged|L1::evict_first|L1::"
     "evict_last|L1::no_allocate>][.<L2::evict_normal|L2::evict_first|L2::evict_last>][.L2::cache_"
     "hint][.<L2::64B|L2::128B|L2::256B>][.<v2|v4|v8>].<b8|b16|b32|b64|b128|u8|u16|u32|u64|s8|s16|"
     "s32|s64|f32|f64> {d:+}, [a][, policy:u64]",
     "Loads from the address; a vector is loaded in one access."},
    {"ld.volatile[.<global|shared|shared::cta|shared::cluster>][.<v2|v4|v8>].<b8|b16|b32|b64|b128|"
     "u8|u16|u32|u64|s8|s16|s32|s64|f32|f64> {d:+}, [a]",
     "Loads, and is never left out or moved by a compiler."},
    {"ld.<relaxed|acquire>.<cta|cluster|gpu|sys>[.<global|shared|shared::cta|shared::cluster>][.<"
     "L1::evict_normal|L1::evict_unchanged|L1::evict_first|L1::evict_last|L1::no_allocate>][.<L2::"
     "evict_normal|L2::evict_first|L2::evict_last>][.L2::cache_hint][.<L2::64B|L2::128B|L2::256B>]["
     ".<v2|v4|v8>].<b8|b16|b32|b64|b128|u8|u16|u32|u64|s8|s16|s32|s64|f32|f64> {d:+}, [a][, "
     "policy:u64]",
     "Loads what other threads may be writing; acquire orders what follows behind it."},
    {"ld.mmio.relaxed.sys[.global].<b8|b16|b32|b64|b128|u8|u16|u32|u64|s8|s16|s32|s64|f32|f64> "
     "{d:+}, [a]",
     "Loads from a device exactly once."},
    {"ld.global[.<ca|cg|cs>].nc[.<L1::evict_normal|L1::evict_unchanged|L1::evict_first|L1::evict_"
     "last|L1::no_allocate>][.<L2::evict_normal|L2::evict_first|L2::evict_last>][.L2::cache_hint][."
     "<L2::64B|L2::128B|L2::256B>][.<v2|v4|v8>].<b8|b16|b32|b64|b128|u8|u16|u32|u64|s8|s16|s32|s64|"
     "f32|f64> {d:+}, [a][, policy:u64]",
     "Loads what nobody writes while the kernel runs, through the read-only cache."},
    {"ldu[.global][.<v2|v4>].<b8|b16|b32|b64|b128|u8|u16|u32|u64|s8|s16|s32|s64|f32|f64> {d:+}, "
     "[a]",
     "Loads from an address that is the same in all lanes."},
};

extern const Family load_family{"loads", "9.7.9", forms};

} // namespace lockstep::ptx
