// SPDX-License-Identifier: MIT
// Barriers that are variables, for threads and for copies in the background (PTX ISA 9.7.13).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"mbarrier.init[.<shared|shared::cta>].b64 [a], b:u32", "Sets up a barrier for b arrivals."},
    {"mbarrier.inval[.<shared|shared::cta>].b64 [a]", "Gives the memory of a barrier back."},
    {"mbarrier.arrive[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::cta|shared::"
     "cluster>].b64 d, [a][, b:u32]",
     "Arrives, b times; d = the state before."},
    {"mbarrier.arrive.noComplete[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::cta|"
     "shared::cluster>].b64 d, [a], b:u32",
     "Arrives b times, which is not the last; d = the state before."},
    {"mbarrier.arrive.expect_tx[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::cta|"
     "shared::cluster>].b64 d, [a], b:u32",
     "Arrives, and announces b bytes to come; d = the state before."},
    {"mbarrier.arrive_drop[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::cta|shared:"
     ":cluster>].b64 d, [a][, b:u32]",
     "Arrives, and is not expected again."},
    {"mbarrier.arrive_drop.noComplete[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::"
     "cta|shared::cluster>].b64 d, [a], b:u32",
     "Arrives, which is not the last, and is not expected again."},
    {"mbarrier.arrive_drop.expect_tx[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::"
     "cta|shared::cluster>].b64 d, [a], b:u32",
     "Arrives, announces b bytes to come, and is not expected again."},
    {"mbarrier.expect_tx[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::cta|shared::"
     "cluster>].b64 [a], b:u32",
     "Announces b bytes to come."},
    {"mbarrier.complete_tx[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::cta|shared:"
     ":cluster>].b64 [a], b:u32",
     "Says that b bytes have come."},
    {"mbarrier.test_wait[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::cta|shared::"
     "cluster>].b64 d:pred, [a], b",
     "d = whether the phase of the state b is over."},
    {"mbarrier.test_wait.parity[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::cta|"
     "shared::cluster>].b64 d:pred, [a], b:u32",
     "d = whether the phase with that parity is over."},
    {"mbarrier.try_wait[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::cta|shared::"
     "cluster>].b64 d:pred, [a], b[, c:u32]",
     "d = whether the phase of the state b is over; waits for a while."},
    {"mbarrier.try_wait.parity[.<acquire|release|relaxed>][.<cta|cluster>][.<shared|shared::cta|"
     "shared::cluster>].b64 d:pred, [a], b:u32[, c:u32]",
     "d = whether the phase with that parity is over; waits for a while."},
    {"mbarrier.pending_count.b64 d:u32, a", "d = how many arrivals the state a still waits for."},
};

extern const Family mbarrier_family{"barriers in shared memory", "9.7.13", forms};

} // namespace lockstep::ptx
