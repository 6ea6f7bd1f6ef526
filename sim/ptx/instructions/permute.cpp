// SPDX-License-Identifier: MIT
// Picking bytes (PTX ISA 9.7.9, prmt).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"prmt.b32[.<f4e|b4e|rc8|ecl|ecr|rc16>] d:b32, a:b32, b:b32, c:b32",
     "d = four of the eight bytes of a and b, picked by c."},
};

extern const Family permute_family{"permutations of bytes", "9.7.9", forms};

} // namespace lockstep::ptx
