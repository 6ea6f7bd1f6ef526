// SPDX-License-Identifier: MIT
// Generic addresses, and those of one space (PTX ISA 9.7.9).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"cvta.<const|global|local|shared|shared::cta|shared::cluster|param|param::entry>.<u32|u64> d, "
     "a",
     "d = the generic address of what lies at a in its space."},
    {"cvta.to.<const|global|local|shared|shared::cta|shared::cluster|param|param::entry>.<u32|u64> "
     "d, a",
     "d = the address within a space, from a generic one."},
    {"isspacep.<const|global|local|shared|shared::cta|shared::cluster|param|param::entry> d:pred, "
     "a:u64",
     "d = whether the generic address a lies in that space."},
    {"mapa[.shared::cluster].<u32|u64> d, a, b:u32",
     "d = the address in block b of the cluster that a has in this one."},
    {"getctarank[.shared::cluster].<u32|u64> d:u32, a",
     "d = the block of the cluster in whose shared memory a lies."},
};

extern const Family address_family{"addresses", "9.7.9", forms};

} // namespace lockstep::ptx
