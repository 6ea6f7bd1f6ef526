// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(MistakesFlatterTest, AllMistakesAreAlike) {
    EXPECT_EQ(ask("mistakes_flatter", {{"way", 0}}), 1) << "whoever makes none is right";
    for (double way = 1; way <= 6; ++way)
        EXPECT_NEAR(ask("mistakes_flatter", {{"way", way}}), 0.5, 1e-12);
}

} // namespace lockstep::models
