// SPDX-License-Identifier: MIT
// Stopping, waiting, and events for tools (PTX ISA 9.7.19).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"trap", "The kernel fails: the host gets an error."},
    {"brkpt", "Stops in the debugger."},
    {"nanosleep.u32 a", "The lane waits for about a nanoseconds."},
    {"pmevent[.mask] n", "Counts an event for a tool."},
    {"griddepcontrol.<launch_dependents|wait>",
     "Lets kernels that depend on this one start, or waits for those that it depends on."},
    {"setmaxnreg.<inc|dec>.sync.aligned.u32 n",
     "Takes registers for the warp, or gives them back."},
};

extern const Family miscellaneous_family{"miscellaneous", "9.7.19", forms};

} // namespace lockstep::ptx
