// SPDX-License-Identifier: MIT
// From global to shared memory while the thread goes on (PTX ISA 9.7.9, cp.async).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"cp.async.ca.<shared|shared::cta>.global[.L2::cache_hint][.<L2::64B|L2::128B|L2::256B>] [d], "
     "[a], n[, size:u32][, policy:u64]",
     "Copies n bytes; those beyond size become 0."},
    {"cp.async.ca.<shared|shared::cta>.global[.L2::cache_hint][.<L2::64B|L2::128B|L2::256B>] [d], "
     "[a], n, ignore:pred[, policy:u64]",
     "Copies n bytes, or zeros where ignore is true."},
    {"cp.async.cg.<shared|shared::cta>.global[.L2::cache_hint][.<L2::64B|L2::128B|L2::256B>] [d], "
     "[a], n[, size:u32][, policy:u64]",
     "Copies 16 bytes past the first cache; those beyond size become 0."},
    {"cp.async.cg.<shared|shared::cta>.global[.L2::cache_hint][.<L2::64B|L2::128B|L2::256B>] [d], "
     "[a], n, ignore:pred[, policy:u64]",
     "Copies 16 bytes past the first cache, or zeros where ignore is true."},
    {"cp.async.commit_group", "The copies since the last commit become a group."},
    {"cp.async.wait_group n", "Waits until all but the last n groups of this thread have arrived."},
    {"cp.async.wait_all", "Waits until all copies of this thread have arrived."},
    {"cp.async.mbarrier.arrive[.noinc][.<shared|shared::cta>].b64 [a]",
     "Comes to the barrier at a when the copies before it have arrived."},
    {"cp.async.bulk.<shared::cluster|shared::cta>.<global|shared::cta>.mbarrier::complete_tx::"
     "bytes[.L2::cache_hint] [d], [a], size:u32, [m][, policy:u64]",
     "Copies size bytes at once and tells the barrier at m."},
    {"cp.async.bulk.global.shared::cta.bulk_group[.L2::cache_hint] [d], [a], size:u32[, "
     "policy:u64]",
     "Copies size bytes at once, as part of a group."},
    {"cp.async.bulk.commit_group", "The bulk copies since the last commit become a group."},
    {"cp.async.bulk.wait_group[.read] n",
     "Waits until all but the last n groups of bulk copies are done."},
};

extern const Family async_copy_family{"copies in the background", "9.7.9", forms};

} // namespace lockstep::ptx
