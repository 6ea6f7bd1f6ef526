// SPDX-License-Identifier: MIT
// A clock that jumps beside a counter that does not: made-up readings.
#include "kernels/measure/clock_check.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

constexpr double ticks_per_ns = 2.5;

ClockReading at(double clock_ns, double counter_ns) {
    return {static_cast<std::int64_t>(clock_ns),
            static_cast<std::uint64_t>(counter_ns * ticks_per_ns)};
}

TEST(ClockCheck, ClocksThatAgreeDoNotJump) {
    ClockCheck check(ticks_per_ns);
    EXPECT_EQ(check.jump_ns(at(1e15, 5e12)), 0) << "the first reading has nothing before it";
    EXPECT_EQ(check.jump_ns(at(1e15 + 1e6, 5e12 + 1e6)), 0);
    EXPECT_EQ(check.jump_ns(at(1e15 + 11e6, 5e12 + 11.05e6)), 0) << "half a per cent is rounding";
    EXPECT_EQ(check.jump_ns(at(1e15 + 11e6 + 15e3, 5e12 + 11.05e6)), 0) << "as is a slow reading";
}

TEST(ClockCheck, AJumpIsFoundInEitherDirectionAndOnce) {
    for (const double jump_ns : {3600e9, 1e9, 1e6, -1e6, -1e9, -3600e9}) {
        ClockCheck check(ticks_per_ns);
        check.jump_ns(at(1e15, 5e12));
        EXPECT_NEAR(check.jump_ns(at(1e15 + 1e6 + jump_ns, 5e12 + 1e6)), jump_ns, 1000);
        EXPECT_EQ(check.jump_ns(at(1e15 + 2e6 + jump_ns, 5e12 + 2e6)), 0) << jump_ns;
    }
}

TEST(ClockCheck, ACounterThatChangesItsRateIsFollowed) {
    // The counter goes half as fast from some moment on: one interval disagrees, no more.
    ClockCheck check(ticks_per_ns);
    double clock_ns = 1e15, counter_ns = 5e12;
    check.jump_ns(at(clock_ns, counter_ns));
    int jumps = 0;
    for (int i = 0; i < 10; ++i) {
        clock_ns += 1e6;
        counter_ns += i < 5 ? 1e6 : 0.5e6;
        jumps += check.jump_ns(at(clock_ns, counter_ns)) != 0 ? 1 : 0;
    }
    EXPECT_EQ(jumps, 1);
}

TEST(ClockCheck, TheRealOnesAreReadTogether) {
    const ClockReading first = ClockReading::now(), second = ClockReading::now();
    EXPECT_GE(second.clock_ns, first.clock_ns);
    EXPECT_GE(second.ticks, first.ticks);
}

} // namespace
} // namespace lockstep
