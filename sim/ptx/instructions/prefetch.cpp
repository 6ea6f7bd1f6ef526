// SPDX-License-Identifier: MIT
// What a cache should fetch, keep or forget (PTX ISA 9.7.9). No result depends on it.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"prefetch[.<global|local>].<L1|L2> [a]", "Fetches a line into a cache."},
    {"prefetch.global.<L2::evict_last|L2::evict_normal> [a]",
     "Fetches a line into the cache of the card, to be kept or not."},
    {"prefetchu.L1 [a]", "Fetches a line into the cache of uniform loads."},
    {"applypriority[.global].L2::evict_normal [a], n",
     "Lets the cache forget these bytes like any others."},
    {"discard[.global].L2 [a], n",
     "Forgets these bytes without writing them back: they are not initialised after it."},
    {"createpolicy.fractional.<L2::evict_last|L2::evict_normal|L2::evict_first|L2::evict_unchanged>"
     "[.<L2::evict_first|L2::evict_unchanged>].b64 d[, a:f32]",
     "d = a policy that loads and stores can name."},
    {"createpolicy.range[.global].<L2::evict_last|L2::evict_normal|L2::evict_first|L2::evict_"
     "unchanged>[.<L2::evict_first|L2::evict_unchanged>].b64 d, [a], b:u32, c:u32",
     "d = a policy for a range of addresses."},
    {"createpolicy.cvt.L2.b64 d, a", "d = a policy, from the form that the host has."},
};

extern const Family prefetch_family{"hints to the caches", "9.7.9", forms};

} // namespace lockstep::ptx
