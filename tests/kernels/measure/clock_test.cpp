// SPDX-License-Identifier: MIT
// The clock's grain is smaller than what it costs to notice, and a thread that was away shows as a
// gap.
#include "kernels/measure/clock.hpp"

#include "kernels/measure/recorder.hpp"

#include <ctime>
#include <gtest/gtest.h>
#include <unistd.h>

namespace lockstep {
namespace {

TEST(Clock, HasACostAndAGrain) {
    EXPECT_GT(timer().cost_ns, 0);
    EXPECT_GT(timer().tick_ns, 0);
    EXPECT_EQ(&timer(), &timer()) << "measured once";
}

TEST(Clock, TheCounterRises) {
    const std::uint64_t before = ticks();
    const std::int64_t begin_ns = Recorder::now_ns();
    while (Recorder::now_ns() < begin_ns + 1000) {
    }
    EXPECT_GT(ticks(), before);
}

TEST(Clock, MissingTimeIsPartOfTheSpin) {
    const std::int64_t begin_ns = Recorder::now_ns();
    const double missing = missing_ns(200'000);
    const double wall_ns = static_cast<double>(Recorder::now_ns() - begin_ns);
    EXPECT_GE(missing, 0);
    EXPECT_LE(missing, wall_ns * 1.05);
    EXPECT_GE(wall_ns, 150'000) << "it spins as long as it was asked to, by the counter";
}

TEST(Clock, CpuTimeGoesOnWithWorkAlone) {
    const std::int64_t begin_ns = cpu_time_ns(CLOCK_THREAD_CPUTIME_ID);
    usleep(20'000);
    const std::int64_t slept_ns = cpu_time_ns(CLOCK_THREAD_CPUTIME_ID);
    EXPECT_LT(slept_ns - begin_ns, 10'000'000) << "of 20 ms asleep";
    while (cpu_time_ns(CLOCK_THREAD_CPUTIME_ID) == slept_ns) {
    }
    EXPECT_GE(cpu_time_ns(CLOCK_PROCESS_CPUTIME_ID), slept_ns);
}

} // namespace
} // namespace lockstep
