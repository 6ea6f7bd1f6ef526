// SPDX-License-Identifier: MIT
// Does the clock go on as the processor's counter does? A clock that somebody sets, or that a
// virtual machine takes over from another host, jumps; a sample that it jumped in has no time.
#pragma once

#include <cstdint>

namespace lockstep {

struct ClockReading {
    std::int64_t clock_ns = 0; ///< Recorder::now_ns
    std::uint64_t ticks = 0;   ///< ticks()
    static ClockReading now();
};

class ClockCheck {
  public:
    explicit ClockCheck(double ticks_per_ns) : m_ticks_per_ns(ticks_per_ns) {}

    /// How much further the clock went since the reading before than the counter says; negative
    /// backwards. 0 for the first reading, and where they agree to 1 % and 20 us.
    double jump_ns(const ClockReading& reading);

  private:
    double m_ticks_per_ns;
    double m_suspected = 0; ///< another rate, in the interval before this one
    bool m_any = false;
    ClockReading m_last;
};

} // namespace lockstep
