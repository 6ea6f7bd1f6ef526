// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(RampTest, RisesToPAndStaysThere) {
    for (double c = 1; c <= 12; ++c)
        EXPECT_EQ(ask("ramp", {{"chains", c}, {"p", 4}}), c < 4 ? c : 4);
    EXPECT_EQ(limit_of("ramp", {{"chains", 12}}), 12);
}

TEST(RampTest, NeverLiesBelowTheRightCurve) {
    for (double c = 1; c <= 24; ++c)
        for (double p = 1; p <= 8; ++p)
            EXPECT_GE(ask("ramp", {{"chains", c}, {"p", p}}),
                      ask("chains", {{"chains", c}, {"p", p}}));
}

} // namespace lockstep::models
