// SPDX-License-Identifier: MIT
// Comparing two readings of two clocks.
#include "kernels/measure/clock_check.hpp"

#include "kernels/measure/clock.hpp"
#include "kernels/measure/recorder.hpp"

#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

namespace lockstep {

ClockReading ClockReading::now() {
    // A thread that loses its core between the two readings sees a jump that is none: the counter
    // is read between two looks at the clock, again when they lie too far apart.
    constexpr int most_looks = 8;
    constexpr std::int64_t close_ns = 2'000;
    ClockReading best;
    std::int64_t narrowest_ns = std::numeric_limits<std::int64_t>::max();
    for (int look = 0; look < most_looks && narrowest_ns > close_ns; ++look) {
        const std::int64_t before_ns = Recorder::now_ns();
        const std::uint64_t counted = lockstep::ticks();
        const std::int64_t apart_ns = std::abs(Recorder::now_ns() - before_ns);
        if (apart_ns < narrowest_ns) {
            narrowest_ns = apart_ns;
            best = {before_ns + apart_ns / 2, counted};
        }
    }
    return best;
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
    const double suspected = std::exchange(m_suspected, 0);
    if (std::abs(jump_ns) <= 0.01 * counter_ns + 20'000) return 0;
    // A counter that follows the processor's frequency (none has for years) goes at its new rate
    // the next time, too; a clock that jumped goes on at the old one.
    m_suspected = clock_ns > 0 ? ticks / clock_ns : 0;
    const bool again = suspected > 0 && std::abs(m_suspected / suspected - 1) < 0.01;
    if (!again) return jump_ns;
    m_ticks_per_ns = m_suspected;
    return 0;
}

} // namespace lockstep
