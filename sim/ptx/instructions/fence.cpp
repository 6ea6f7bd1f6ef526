// SPDX-License-Identifier: MIT
// In which order others see a thread's reads and writes (PTX ISA 9.7.13).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"membar.<cta|gl|sys>", "What was written before is seen before what is written after."},
    {"fence[.<sc|acq_rel|acquire|release>].<cta|cluster|gpu|sys>",
     "What was written before is seen before what is written after."},
    {"fence.proxy.alias",
     "Orders accesses at one address with those at another for the same memory."},
    {"fence.proxy.async[.<global|shared::cta|shared::cluster>]",
     "Orders accesses on one way to memory with those on another."},
    {"fence.mbarrier_init.release.cluster",
     "What the setting up of barriers wrote is seen by the cluster."},
};

extern const Family fence_family{"fences", "9.7.13", forms};

} // namespace lockstep::ptx
