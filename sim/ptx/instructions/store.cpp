// SPDX-License-Identifier: MIT
// From registers into memory (PTX ISA 9.7.9, st). A register may be wider than what is stored.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"st[.weak][.<global|local|param|param::func|shared|shared::cta|shared::cluster>][.<wb|cg|cs|"
     "wt>][.<L1::evict_normal|L1::evict_unchanged|L1::evict_first|L1::evict_last|L1::no_allocate>]["
     ".<L2::evict_normal|L2::evict_first|L2::evict_last>][.L2::cache_hint][.<v2|v4|v8>].<b8|b16|"
     "b32|b64|b128|u8|u16|u32|u64|s8|s16|s32|s64|f32|f64> [a], {b:+}[, policy:u64]",
     "Stores at the address; a vector is stored in one access."},
    {"st.volatile[.<global|shared|shared::cta|shared::cluster>][.<v2|v4|v8>].<b8|b16|b32|b64|b128|"
     "u8|u16|u32|u64|s8|s16|s32|s64|f32|f64> [a], {b:+}",
     "Stores, and is never left out or moved by a compiler."},
    {"st.<relaxed|release>.<cta|cluster|gpu|sys>[.<global|shared|shared::cta|shared::cluster>][.<"
     "L1::evict_normal|L1::evict_unchanged|L1::evict_first|L1::evict_last|L1::no_allocate>][.<L2::"
     "evict_normal|L2::evict_first|L2::evict_last>][.L2::cache_hint][.<v2|v4|v8>].<b8|b16|b32|b64|"
     "b128|u8|u16|u32|u64|s8|s16|s32|s64|f32|f64> [a], {b:+}[, policy:u64]",
     "Stores what other threads may be reading; release orders what came before it."},
    {"st.mmio.relaxed.sys[.global].<b8|b16|b32|b64|b128|u8|u16|u32|u64|s8|s16|s32|s64|f32|f64> "
     "[a], {b:+}",
     "Stores to a device exactly once."},
};

extern const Family store_family{"stores", "9.7.9", forms};

} // namespace lockstep::ptx
