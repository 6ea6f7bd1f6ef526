// SPDX-License-Identifier: MIT
// Branches, calls and ends (PTX ISA 9.7.12). .uni promises that all lanes go the same way.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"bra[.uni] label", "Goes on at the label. With a guard some lanes may go and others not."},
    {"brx.idx[.uni] a:u32, table", "Goes on at the label that stands in the table at place a."},
    {"call[.uni] function", "Calls a function."},
    {"call[.uni] function, (list)", "Calls a function with arguments."},
    {"call[.uni] (list), function", "Calls a function; what it returns goes into the list."},
    {"call[.uni] (list), function, (list)",
     "Calls a function with arguments; what it returns goes into the first list."},
    {"call[.uni] a:u64, table", "Calls the function at the address a."},
    {"call[.uni] a:u64, (list), table", "Calls the function at the address a, with arguments."},
    {"call[.uni] (list), a:u64, table",
     "Calls the function at the address a; what it returns goes into the list."},
    {"call[.uni] (list), a:u64, (list), table",
     "Calls the function at the address a, with arguments; what it returns goes into the first "
     "list."},
    {"ret[.uni]", "Returns to the caller; in a kernel the lane ends."},
    {"exit", "The lane ends."},
};

extern const Family control_family{"control flow", "9.7.12", forms};

} // namespace lockstep::ptx
