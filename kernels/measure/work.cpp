// SPDX-License-Identifier: MIT
// The chain of dependent steps, how fast this machine takes them, and waiting on a timer.
#include "kernels/measure/work.hpp"

#include "kernels/measure/recorder.hpp"
#include "sim/base/random.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <ctime>
#include <limits>
#include <sys/prctl.h>

namespace lockstep {

[[gnu::noinline]] std::uint64_t chain(std::uint64_t x, std::int64_t steps) {
    // Knuth's 64-bit linear congruential step: one multiplication and one addition, about four
    // cycles, and every bit of the start is still in the result.
    for (std::int64_t i = 0; i < steps; ++i)
        x = x * 6364136223846793005u + 1442695040888963407u;
    return x;
}

namespace {

// The fastest of many short tries: another program can only make a try slower, and the first tries
// warm the core up. Two significant digits, so that two starts of the program mostly agree.
double measured_steps_per_us() {
    constexpr std::int64_t steps = 1 << 15;
    constexpr int tries = 60;
    std::uint64_t x = 1;
    std::int64_t fastest_ns = std::numeric_limits<std::int64_t>::max();
    for (int i = 0; i < tries; ++i) {
        const std::int64_t begin_ns = Recorder::now_ns();
        x = chain(x, steps);
        fastest_ns = std::min(fastest_ns, Recorder::now_ns() - begin_ns);
    }
    const double per_us = 1e3 * static_cast<double>(steps) / static_cast<double>(fastest_ns);
    const double digit = std::pow(10.0, std::floor(std::log10(per_us)) - 1.0);
    // The last chain's result is used, or the compiler would be free to leave the chains out.
    return x == 0 ? digit : std::round(per_us / digit) * digit;
}

} // namespace

double chain_steps_per_us() {
    static const double per_us = measured_steps_per_us();
    return per_us;
}

std::uint64_t chain_start(int input, std::int64_t index) {
    std::uint64_t counter = static_cast<std::uint64_t>(input) << 48;
    counter ^= static_cast<std::uint64_t>(index);
    return split_mix(counter);
}

void sleep_until(std::int64_t deadline_ns) {
    // Linux lets a sleeper oversleep by 50 us unless the thread asks for less.
    thread_local const int slack = prctl(PR_SET_TIMERSLACK, 1UL);
    static_cast<void>(slack);
    timespec deadline{};
    deadline.tv_sec = static_cast<time_t>(deadline_ns / 1'000'000'000);
    deadline.tv_nsec = static_cast<long>(deadline_ns % 1'000'000'000);
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, nullptr) == EINTR) {
    }
}

} // namespace lockstep
