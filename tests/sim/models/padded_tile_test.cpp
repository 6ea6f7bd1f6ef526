// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

static double passes(double pad) {
    return ask("padded_tile", {{"pad", pad}});
}

TEST(PaddedTileTest, ByHand) {
    EXPECT_EQ(passes(0), 16.5); // rows 1, columns 32
    EXPECT_EQ(passes(1), 1);    // 33 and 32 have no divisor in common
    EXPECT_EQ(passes(2), 1.5);
    EXPECT_EQ(passes(3), 1);
    EXPECT_EQ(passes(12), 2.5); // 44 and 32: 4
    EXPECT_EQ(passes(16), 8.5);
    EXPECT_EQ(passes(32), 16.5);
}

TEST(PaddedTileTest, ColumnsMeetAsBankConflictsSays) {
    for (int pad = 0; pad <= 64; ++pad)
        EXPECT_EQ(2 * passes(pad) - 1, ask("bank_conflicts", {{"stride", 32.0 + pad}})) << pad;
}

} // namespace lockstep::models
