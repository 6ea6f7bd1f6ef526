// SPDX-License-Identifier: MIT
// Memory of a thread that is taken and given back while it runs (PTX ISA 9.7.17).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"alloca.<u32|u64> d, a[, n]", "d = the address of a new bytes of local memory."},
    {"stacksave.<u32|u64> d", "d = where the stack stands."},
    {"stackrestore.<u32|u64> a",
     "The stack stands at a again: what was taken since is given back."},
};

extern const Family stack_family{"the stack", "9.7.17", forms};

} // namespace lockstep::ptx
