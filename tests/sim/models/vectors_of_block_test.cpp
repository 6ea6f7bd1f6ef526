// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

static double times(double block, double lanes) {
    return ask("vectors_of_block", {{"block", block}, {"group", lanes}});
}

TEST(VectorsOfBlockTest, ByHand) {
    EXPECT_EQ(times(16, 16), 1);
    EXPECT_EQ(times(20, 16), 1.6); // two vectors, 32 lanes
    EXPECT_EQ(times(4, 16), 4);
    EXPECT_EQ(times(20, 4), 1);
    EXPECT_EQ(times(20, 1), 1) << "a scalar wastes no lane";
}

TEST(VectorsOfBlockTest, OfAWarpItIsTheShareOfLanes) {
    for (int block = 1; block <= 256; ++block)
        EXPECT_DOUBLE_EQ(1 / times(block, 32), ask("lanes_in_use", {{"block", double(block)}}));
}

} // namespace lockstep::models
