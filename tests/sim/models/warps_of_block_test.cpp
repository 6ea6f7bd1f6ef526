// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

static double times(double block) {
    return ask("warps_of_block", {{"block", block}});
}

TEST(WarpsOfBlockTest, ByHand) {
    EXPECT_EQ(times(1), 32);
    EXPECT_EQ(times(8), 4);
    EXPECT_EQ(times(32), 1);
    EXPECT_EQ(times(40), 1.6); // two warps, 64 lanes
    EXPECT_DOUBLE_EQ(times(48), 4.0 / 3);
    EXPECT_EQ(times(64), 1);
    EXPECT_EQ(times(1024), 1);
}

TEST(WarpsOfBlockTest, IsNeverBelowOneAndFallsWithinAWarp) {
    for (int block = 1; block <= 1024; ++block) {
        EXPECT_GE(times(block), 1);
        if (block % 32 != 1)
            EXPECT_LT(times(block), times(block - 1)) << block;
    }
}

} // namespace lockstep::models
