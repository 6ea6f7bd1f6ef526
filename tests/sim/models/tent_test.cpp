// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(TentTest, PeaksWhenHalfOfTheLanesLeave) {
    const auto at = [](double leave) { return ask("tent", {{"group", 16}, {"leave", leave}}); };
    EXPECT_DOUBLE_EQ(at(0), 1);
    EXPECT_DOUBLE_EQ(at(4), 1.5);
    EXPECT_DOUBLE_EQ(at(8), 2);
    EXPECT_DOUBLE_EQ(at(12), 1.5);
    EXPECT_DOUBLE_EQ(at(16), 1);
    EXPECT_DOUBLE_EQ(at(99), 1);
}

} // namespace lockstep::models
