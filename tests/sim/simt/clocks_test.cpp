// SPDX-License-Identifier: MIT
#include "sim/simt/clocks.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

class ClocksTest : public testing::TestWithParam<bool> {};

// The same answers with a generation for the block as with a clock for each pair of threads.
TEST_P(ClocksTest, BarriersOfBlockAndWarp) {
    Clocks clocks(64, GetParam());
    clocks.start();
    const Stamp early = clocks.now(3);
    EXPECT_TRUE(clocks.ordered(early, 3));
    EXPECT_FALSE(clocks.ordered(early, 4));
    clocks.warp_barrier(0, 0xff, ~0u);
    EXPECT_TRUE(clocks.ordered(early, 4));
    EXPECT_FALSE(clocks.ordered(early, 9));
    EXPECT_FALSE(clocks.ordered(clocks.now(3), 4));
    // From 7, which knows, to 9.
    clocks.warp_barrier(0, 0x280, ~0u);
    EXPECT_TRUE(clocks.ordered(early, 9));
    EXPECT_FALSE(clocks.ordered(early, 10));
    clocks.warp_barrier(0, ~0u, ~0u);
    EXPECT_TRUE(clocks.ordered(early, 10));
    EXPECT_FALSE(clocks.ordered(early, 40));
    clocks.come(0, 0, ~0u, true);
    clocks.come(0, 1, ~0u, true);
    clocks.complete(0, true);
    EXPECT_TRUE(clocks.ordered(early, 40));
}

TEST_P(ClocksTest, LanesThatExitedKeepOtherLanesFromNothing) {
    Clocks clocks(32, GetParam());
    clocks.start();
    const Stamp gone = clocks.now(31), here = clocks.now(0);
    // Lane 31 exited: the rest meets without it, and is not ordered behind what it did.
    clocks.warp_barrier(0, 0x7fffffff, 0x7fffffff);
    EXPECT_TRUE(clocks.ordered(here, 5));
    EXPECT_FALSE(clocks.ordered(gone, 5));
}

INSTANTIATE_TEST_SUITE_P(Clocks, ClocksTest, testing::Bool());

TEST(ClocksTest, ABarrierOfAPart) {
    Clocks clocks(96, true);
    clocks.start();
    const Stamp first = clocks.now(0), second = clocks.now(32);
    clocks.come(1, 0, ~0u, false); // arrives and goes on
    const Stamp after = clocks.now(0);
    clocks.come(1, 1, ~0u, true);
    clocks.complete(1, false);
    EXPECT_TRUE(clocks.ordered(first, 40));
    EXPECT_FALSE(clocks.ordered(after, 40));
    EXPECT_FALSE(clocks.ordered(second, 0)); // who only arrives learns nothing
    EXPECT_FALSE(clocks.ordered(first, 70));
}

TEST(ClocksTest, TheBarrierOfAClusterIsLeftLater) {
    Clocks clocks(64, true);
    clocks.start();
    const Stamp first = clocks.now(0);
    clocks.come(Clocks::cluster, 0, ~0u, false);
    const Stamp between = clocks.now(0);
    clocks.come(Clocks::cluster, 1, ~0u, false);
    clocks.complete_cluster();
    EXPECT_FALSE(clocks.ordered(first, 40)); // who has not waited knows nothing yet
    clocks.leave_cluster(1, ~0u);
    EXPECT_TRUE(clocks.ordered(first, 40));
    EXPECT_FALSE(clocks.ordered(between, 40));
}

} // namespace lockstep::simt
