// SPDX-License-Identifier: MIT
// The clock's price and grain, and the time-stamp counter, whose gaps show that this core was away:
// the one sign of another program that no scheduler statistic of a virtual machine gives.
#pragma once

#include <cstdint>
#include <ctime>

namespace lockstep {

struct Timer {
    double cost_ns = 0; ///< of one reading of Recorder::now_ns
    double tick_ns = 0; ///< smallest step between two readings that differ
};

/// Measured once, in some 100 us.
const Timer& timer();

/// The time-stamp counter, or the clock where the processor has none.
std::uint64_t ticks();

/// Its steps in a nanosecond, to a hundredth of a per cent; 2 ms the first time.
double ticks_per_ns();

/// What a clock of CPU time shows, in ns: CLOCK_THREAD_CPUTIME_ID, CLOCK_PROCESS_CPUTIME_ID, or
/// another thread's own.
std::int64_t cpu_time_ns(clockid_t clock);

/// Spins for `duration_ns` and adds up the stretches of more than a microsecond in which the
/// counter went on and this thread did not: another program, an interrupt, or the hypervisor. In
/// ns.
double missing_ns(std::int64_t duration_ns);

} // namespace lockstep
