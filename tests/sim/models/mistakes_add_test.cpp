// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(MistakesAddTest, AllMistakesAreAlike) {
    EXPECT_EQ(ask("mistakes_add", {{"way", 0}}), 1) << "whoever makes none is right";
    for (double way = 1; way <= 6; ++way)
        EXPECT_NEAR(ask("mistakes_add", {{"way", way}}), 1.7, 1e-12);
}

} // namespace lockstep::models
