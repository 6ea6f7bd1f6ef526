// SPDX-License-Identifier: MIT
// Reading the counter, pricing the clock, and watching for gaps.
#include "kernels/measure/clock.hpp"

#include "kernels/measure/clock_check.hpp"
#include "kernels/measure/recorder.hpp"

#include <algorithm>
#include <limits>

#if defined(__x86_64__) || defined(__i386__)
#include <x86intrin.h>
#endif

namespace lockstep {

std::uint64_t ticks() {
#if defined(__x86_64__) || defined(__i386__)
    return __rdtsc();
#elif defined(__aarch64__)
    std::uint64_t counter;
    asm volatile("mrs %0, cntvct_el0" : "=r"(counter));
    return counter;
#else
    return static_cast<std::uint64_t>(Recorder::now_ns());
#endif
}

static Timer measured_timer() {
    constexpr int readings = 1000;
    std::int64_t smallest = std::numeric_limits<std::int64_t>::max();
    const std::int64_t begin = Recorder::now_ns();
    std::int64_t last = begin;
    for (int i = 0; i < readings; ++i) {
        const std::int64_t now = Recorder::now_ns();
        if (now != last) smallest = std::min(smallest, now - last);
        last = now;
    }
    // A coarse clock (10 ms on some) may not have moved at all in a thousand readings.
    while (last == begin)
        last = Recorder::now_ns();
    if (smallest == std::numeric_limits<std::int64_t>::max()) smallest = last - begin;
    return {static_cast<double>(last - begin) / readings, static_cast<double>(smallest)};
}

const Timer& timer() {
    static const Timer measured = measured_timer();
    return measured;
}

/// Counter steps in a microsecond, from 20 us of spinning, once.
static std::uint64_t ticks_per_us() {
    static const std::uint64_t measured = [] {
        const std::int64_t begin_ns = Recorder::now_ns();
        const std::uint64_t begin = ticks();
        while (Recorder::now_ns() < begin_ns + 20'000) {
        }
        const double elapsed_us = static_cast<double>(Recorder::now_ns() - begin_ns) / 1000;
        return std::max<std::uint64_t>(
            1, static_cast<std::uint64_t>(static_cast<double>(ticks() - begin) / elapsed_us));
    }();
    return measured;
}

double ticks_per_ns() {
    static const double measured = [] {
        const ClockReading begin = ClockReading::now();
        while (Recorder::now_ns() < begin.clock_ns + 2'000'000) {
        }
        const ClockReading end = ClockReading::now();
        return static_cast<double>(end.ticks - begin.ticks) /
               static_cast<double>(end.clock_ns - begin.clock_ns);
    }();
    return measured;
}

std::int64_t cpu_time_ns(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

double missing_ns(std::int64_t duration_ns) {
    const std::uint64_t per_us = ticks_per_us();
    const std::uint64_t begin = ticks();
    const std::uint64_t length = per_us * static_cast<std::uint64_t>(duration_ns) / 1000;
    std::uint64_t last = begin, missing = 0;
    while (last - begin < length) {
        const std::uint64_t now = ticks();
        if (now - last > per_us) missing += now - last;
        last = now;
    }
    return 1000.0 * static_cast<double>(missing) / static_cast<double>(per_us);
}

} // namespace lockstep
