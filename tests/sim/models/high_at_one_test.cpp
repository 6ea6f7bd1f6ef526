// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::models {

TEST(HighAtOneTest, DiffersFromTheRightCurveOnlyAtOneChain) {
    for (const double p : {2.0, 8.0}) {
        EXPECT_EQ(ask("high_at_one", {{"chains", 1}, {"p", p}}), p);
        for (double c = 2; c <= 12; ++c)
            EXPECT_EQ(ask("high_at_one", {{"chains", c}, {"p", p}}),
                      ask("chains", {{"chains", c}, {"p", p}}));
    }
    EXPECT_TRUE(std::isinf(limit_of("high_at_one", {{"chains", 1}})));
    EXPECT_EQ(limit_of("high_at_one", {{"chains", 5}}), 5);
}

} // namespace lockstep::models
