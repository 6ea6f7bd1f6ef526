// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::models {

TEST(AmdahlTest, HalfSharedOnTwoWorkersIsFourThirds) {
    EXPECT_DOUBLE_EQ(ask("amdahl", {{"f", 0.5}, {"p", 2}}), 4.0 / 3);
    EXPECT_DOUBLE_EQ(ask("amdahl", {{"f", 0.95}, {"p", 20}}), 1 / (0.05 + 0.0475));
    // The forward question of lesson 1.1: 5 % needs the manager, 100 cashiers.
    EXPECT_NEAR(ask("amdahl", {{"f", 0.95}, {"p", 100}}), 16.8, 0.01);
}

TEST(AmdahlTest, NothingSharedGainsNothingAndAllSharedGainsP) {
    for (const double p : {1.0, 2.0, 64.0}) {
        EXPECT_DOUBLE_EQ(ask("amdahl", {{"f", 0}, {"p", p}}), 1);
        EXPECT_DOUBLE_EQ(ask("amdahl", {{"f", 1}, {"p", p}}), p);
    }
}

TEST(AmdahlTest, HalvingTheSerialPartDoublesTheLimit) {
    EXPECT_NEAR(limit_of("amdahl", {{"f", 0.95}}), 20, 1e-9);
    EXPECT_NEAR(limit_of("amdahl", {{"f", 0.975}}), 40, 1e-9);
    EXPECT_TRUE(std::isinf(limit_of("amdahl", {{"f", 1}})));
}

TEST(AmdahlTest, GrowsWithBothAndStaysBelowItsLimit) {
    for (double f = 0.1; f < 0.95; f += 0.1) {
        for (double p = 2; p < 100; ++p) {
            const double here = ask("amdahl", {{"f", f}, {"p", p}});
            EXPECT_GT(ask("amdahl", {{"f", f}, {"p", p + 1}}), here);
            EXPECT_GT(ask("amdahl", {{"f", f + 0.05}, {"p", p}}), here);
            EXPECT_LT(here, limit_of("amdahl", {{"f", f}}));
        }
    }
}

} // namespace lockstep::models
