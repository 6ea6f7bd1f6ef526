// SPDX-License-Identifier: MIT
// Waiting for other threads of the block, the warp or the cluster (PTX ISA 9.7.13).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"bar[.cta].sync a:u32[, b:u32]",
     "Waits until all threads of the block, or b of them, have come to barrier a."},
    {"bar[.cta].arrive a:u32, b:u32", "Comes to barrier a and does not wait."},
    {"bar[.cta].red.popc.u32 d, a[, b], c:pred", "Waits; d = for how many threads c is true."},
    {"bar[.cta].red.<and|or>.pred d, a:u32[, b:u32], c",
     "Waits; d = whether c is true for all threads, or for one."},
    {"barrier[.cta].sync[.aligned] a:u32[, b:u32]",
     "Waits until all threads of the block, or b of them, have come to barrier a."},
    {"barrier[.cta].arrive[.aligned] a:u32, b:u32", "Comes to barrier a and does not wait."},
    {"barrier[.cta].red.popc[.aligned].u32 d, a[, b], c:pred",
     "Waits; d = for how many threads c is true."},
    {"barrier[.cta].red.<and|or>[.aligned].pred d, a:u32[, b:u32], c",
     "Waits; d = whether c is true for all threads, or for one."},
    {"bar.warp.sync a:u32", "Waits for the lanes of the mask a."},
    {"barrier.cluster.arrive[.<release|relaxed>][.aligned]",
     "Comes to the cluster's barrier and does not wait."},
    {"barrier.cluster.wait[.acquire][.aligned]",
     "Waits until all threads of the cluster have come."},
};

extern const Family barrier_family{"barriers", "9.7.13", forms};

} // namespace lockstep::ptx
