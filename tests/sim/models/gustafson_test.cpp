// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::models {

TEST(GustafsonTest, TheSharedPartGrowsWithTheMachine) {
    EXPECT_DOUBLE_EQ(ask("gustafson", {{"f", 0.9}, {"p", 10}}), 0.1 + 9);
    EXPECT_DOUBLE_EQ(ask("gustafson", {{"f", 0}, {"p", 10}}), 1);
    EXPECT_EQ(limit_of("gustafson", {{"f", 0}}), 1);
    EXPECT_TRUE(std::isinf(limit_of("gustafson", {{"f", 0.5}})));
}

TEST(GustafsonTest, IsAmdahlsLawOfTheGrownJob) {
    // On p workers the grown job spends f of its time shared: f p of (1 - f) + f p on one worker.
    for (const double p : {2.0, 16.0, 1000.0}) {
        const double f = 0.7, grown = f * p / ((1 - f) + f * p);
        EXPECT_NEAR(ask("gustafson", {{"f", f}, {"p", p}}), ask("amdahl", {{"f", grown}, {"p", p}}),
                    1e-9 * p);
    }
}

} // namespace lockstep::models
