// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

static double sectors(double stride, double offset = 0) {
    return ask("sectors", {{"stride", stride}, {"offset", offset}});
}

TEST(SectorsTest, ByHand) {
    EXPECT_EQ(sectors(1), 4); // 32 x 4 bytes = 128 = 4 x 32
    EXPECT_EQ(sectors(2), 8);
    EXPECT_EQ(sectors(3), 12); // words 0 .. 93, sectors 0 .. 11
    EXPECT_EQ(sectors(4), 16);
    EXPECT_EQ(sectors(8), 32);
    EXPECT_EQ(sectors(9), 32);
    EXPECT_EQ(sectors(1024), 32) << "32 lanes touch at most 32 sectors";
}

TEST(SectorsTest, OneWordForAllIsOneSector) {
    EXPECT_EQ(sectors(0), 1);
    EXPECT_EQ(sectors(0, 7), 1);
}

TEST(SectorsTest, WhoBeginsInsideASectorNeedsOneMore) {
    // Words 1 .. 32 lie in the sectors 0 .. 4.
    for (const double offset : {1.0, 4.0, 7.0})
        EXPECT_EQ(sectors(1, offset), 5);
    EXPECT_EQ(sectors(1, 8), 4);
    // Stride 2, words 7, 9, .. 69: sectors 0 .. 8.
    EXPECT_EQ(sectors(2, 7), 9);
}

// (31 s + 1) words from the start of a sector, rounded up to eights: 31 s + 1 lies in (8 (4 s - 1),
// 32 s].
TEST(SectorsTest, UpToEightWordsItIsTheSpanAndThenTheLanes) {
    for (double stride = 1; stride <= 8; ++stride)
        EXPECT_EQ(sectors(stride), 4 * stride);
}

} // namespace lockstep::models
