// SPDX-License-Identifier: MIT
// Whether this process may count what the hardware does, and if not, who forbids it.
#pragma once

#include <string>

namespace lockstep {

struct HardwareCounters {
    bool usable = false;
    std::string words; ///< "cycles, instructions", or why there are none
};

/// Opens and closes one counter of each kind; microseconds.
HardwareCounters hardware_counters();

/// Why perf_event_open(2) failed with `error` (an errno) where kernel.perf_event_paranoid is
/// `paranoid`; -1 where that cannot be read.
std::string why_no_counters(int error, int paranoid);

} // namespace lockstep
