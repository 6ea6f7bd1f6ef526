// SPDX-License-Identifier: MIT
#include "ask.hpp"
#include "sim/base/random.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::models {

TEST(StragglerTest, TheLessonsStep) {
    // 2 + 8 (1 - 0.98^p) ms
    EXPECT_DOUBLE_EQ(ask("straggler", {{"p", 1}}), 2 + 8 * 0.02);
    EXPECT_DOUBLE_EQ(ask("straggler", {{"p", 2}}), 2 + 8 * (1 - 0.9604));
    EXPECT_NEAR(ask("straggler", {{"p", 64}}), 2 + 8 * (1 - 0.2745), 0.001);
    EXPECT_DOUBLE_EQ(limit_of("straggler", {}), 10);
    EXPECT_DOUBLE_EQ(limit_of("straggler", {{"chance", 0}}), 2);
}

TEST(StragglerTest, OnePerCentOfHundredWorkersSlowsSixtyThreePerCentOfSteps) {
    EXPECT_NEAR(ask("straggler", {{"base_ms", 1}, {"factor", 2}, {"chance", 0.01}, {"p", 100}}) - 1,
                0.634, 0.001);
}

TEST(StragglerTest, IsTheMeanOfSimulatedSteps) {
    Random random(2);
    double sum = 0;
    constexpr int steps = 20000;
    for (int step = 0; step < steps; ++step) {
        double slowest = 2;
        for (int worker = 0; worker < 16; ++worker)
            if (random.uniform() < 0.05)
                slowest = 2 * 5;
        sum += slowest;
    }
    EXPECT_NEAR(ask("straggler", {{"chance", 0.05}, {"p", 16}}), sum / steps,
                5 * 4 / std::sqrt(steps));
}

TEST(StragglerTest, LiesBetweenTheAverageAndTheSum) {
    for (double p = 2; p <= 64; ++p) {
        const double step = ask("straggler", {{"p", p}});
        EXPECT_GT(step, ask("mean", {{"p", p}}));
        EXPECT_LT(step, ask("sum_of_delays", {{"p", p}}));
    }
}

} // namespace lockstep::models
