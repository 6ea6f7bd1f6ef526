// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::models {

TEST(StraightLineTest, MeetsAmdahlsLawAtBothEndsAndLiesAboveBetween) {
    for (const double p : {2.0, 8.0}) {
        EXPECT_EQ(ask("straight_line", {{"f", 0}, {"p", p}}), 1);
        EXPECT_EQ(ask("straight_line", {{"f", 1}, {"p", p}}), p);
        for (double f = 0.125; f < 1; f += 0.125)
            EXPECT_GT(ask("straight_line", {{"f", f}, {"p", p}}),
                      ask("amdahl", {{"f", f}, {"p", p}}));
    }
    EXPECT_DOUBLE_EQ(ask("straight_line", {{"f", 0.5}, {"p", 2}}), 1.5) << "not 1.33";
    EXPECT_TRUE(std::isinf(limit_of("straight_line", {{"f", 0.5}})));
    EXPECT_EQ(limit_of("straight_line", {{"f", 0}}), 1);
}

} // namespace lockstep::models
