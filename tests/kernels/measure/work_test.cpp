// SPDX-License-Identifier: MIT
#include "kernels/measure/work.hpp"

#include "kernels/measure/recorder.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <limits>
#include <set>

namespace lockstep {
namespace {

TEST(Chain, IsOneStepAfterTheOther) {
    EXPECT_EQ(chain(7, 0), 7u);
    EXPECT_EQ(chain(0, 1), 1442695040888963407u);
    for (const std::int64_t cut : {1, 100, 4095})
        EXPECT_EQ(chain(chain(42, cut), 4096 - cut), chain(42, 4096));
}

TEST(Chain, RemembersEveryStart) {
    std::set<std::uint64_t> starts, ends;
    for (int input = 0; input < 4; ++input)
        for (std::int64_t i = -1; i < 1000; ++i) {
            starts.insert(chain_start(input, i));
            ends.insert(chain(chain_start(input, i), 5000));
        }
    EXPECT_EQ(starts.size(), 4u * 1001);
    EXPECT_EQ(ends.size(), 4u * 1001);
}

double fastest_ns(std::int64_t steps) {
    double fastest = std::numeric_limits<double>::infinity();
    for (int i = 0; i < 40; ++i) {
        const std::int64_t begin_ns = Recorder::now_ns();
        volatile std::uint64_t end = chain(static_cast<std::uint64_t>(i), steps);
        static_cast<void>(end);
        fastest = std::min(fastest, static_cast<double>(Recorder::now_ns() - begin_ns));
    }
    return fastest;
}

// A closed form, or chains that overlap, would show here: the ratio would be far from the lengths'.
TEST(Chain, TakesTimeInProportionToItsSteps) {
    EXPECT_NEAR(fastest_ns(200'000) / fastest_ns(50'000), 4.0, 0.8);
}

TEST(Chain, StepsPerMicrosecondAreMeasuredOnce) {
    const double once = chain_steps_per_us();
    EXPECT_GT(once, 1);
    EXPECT_EQ(once, chain_steps_per_us());
}

TEST(SleepUntil, NeverWakesEarly) {
    for (const std::int64_t wait_ns : {-1'000'000, 0, 100'000, 2'000'000}) {
        const std::int64_t deadline_ns = Recorder::now_ns() + wait_ns;
        sleep_until(deadline_ns);
        EXPECT_GE(Recorder::now_ns(), deadline_ns);
    }
}

} // namespace
} // namespace lockstep
