// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

static double share(double block) {
    return ask("lanes_in_use", {{"block", block}});
}

TEST(LanesInUseTest, ByHand) {
    EXPECT_EQ(share(1), 1 / 32.0);
    EXPECT_EQ(share(8), 0.25);
    EXPECT_EQ(share(32), 1);
    EXPECT_EQ(share(40), 0.625); // two warps, 64 lanes
    EXPECT_EQ(share(48), 0.75);
    EXPECT_EQ(share(64), 1);
    EXPECT_EQ(share(1024), 1);
}

TEST(LanesInUseTest, RisesWithinAWarpAndIsNeverAboveOne) {
    for (int block = 1; block <= 1024; ++block) {
        EXPECT_LE(share(block), 1);
        if (block % 32 != 1) {
            EXPECT_GT(share(block), share(block - 1)) << block;
        }
    }
}

} // namespace lockstep::models
