// SPDX-License-Identifier: MIT
// Comparing two readings of two clocks.
#include "kernels/measure/clock_check.hpp"

#include "kernels/measure/clock.hpp"
#include "kernels/measure/recorder.hpp"

#include <cmath>

namespace lockstep {

ClockReading ClockReading::now() {
    return {Recorder::now_ns(), lockstep::ticks()};
}

double ClockCheck::jump_ns(const ClockReading& reading) {
    const bool any = m_any;
    const ClockReading last = m_last;
    m_any = true;
    m_last = reading;
    if (!any) return 0;
    const auto clock_ns = static_cast<double>(reading.clock_ns - last.clock_ns);
    const auto ticks = static_cast<double>(reading.ticks - last.ticks);
    const double counter_ns = ticks / m_ticks_per_ns;
    const double jump_ns = clock_ns - counter_ns;
    if (std::abs(jump_ns) <= 0.01 * counter_ns + 20'000) return 0;
    // A counter that follows the processor's frequency (none has for years) goes at another rate
    // from now on; a clock that jumped does not.
    const double change = clock_ns > 0 && ticks > 0 ? ticks / clock_ns / m_ticks_per_ns : 0;
    if (change > 0.2 && change < 5) m_ticks_per_ns *= change;
    return jump_ns;
}

} // namespace lockstep
