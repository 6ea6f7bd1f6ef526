// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(MistakesTest, EachWayHasItsOwn) {
    const auto way = [](double number) { return ask("mistakes", {{"way", number}}); };
    EXPECT_EQ(way(0), 1);
    EXPECT_NEAR(way(1), 1 + 256 * 2 / 3000.0, 1e-12);
    EXPECT_EQ(way(2), 0);
    EXPECT_EQ(way(3), 1) << "mostly right, and nobody knows when";
    EXPECT_EQ(way(4), 0) << "3 ms are none of 10 ms";
    EXPECT_EQ(way(5), 2);
    EXPECT_NEAR(way(6), 1 / 0.9, 1e-12);
}

TEST(MistakesTest, ACoarseClockIsRightForWholeStepsOnly) {
    const auto claims = [](double work_us) {
        return ask("mistakes", {{"way", 4}, {"work_us", work_us}});
    };
    EXPECT_EQ(claims(4000), 0);
    EXPECT_NEAR(claims(8000), 1.25, 1e-12);
    EXPECT_EQ(claims(20000), 1);
    EXPECT_NEAR(claims(1e6 - 3000), 1, 0.01) << "long works hardly notice";
}

TEST(MistakesTest, WithNobodyElseTheMeanIsRight) {
    EXPECT_EQ(ask("mistakes", {{"way", 6}, {"share", 0}}), 1);
}

} // namespace lockstep::models
