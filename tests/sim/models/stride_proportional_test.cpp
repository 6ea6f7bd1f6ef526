// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(StrideProportionalTest, IsRightForCoalescingUpToEightWords) {
    for (double stride = 1; stride <= 8; ++stride)
        EXPECT_EQ(ask("stride_proportional", {{"stride", stride}}),
                  ask("coalescing", {{"stride", stride}}));
    EXPECT_EQ(ask("stride_proportional", {{"stride", 64}}), 64);
    EXPECT_EQ(ask("coalescing", {{"stride", 64}}), 8);
}

TEST(StrideProportionalTest, IsWrongForBanksWhereverTheStrideIsOdd) {
    EXPECT_EQ(ask("stride_proportional", {{"stride", 31}}), 31);
    EXPECT_EQ(ask("bank_conflicts", {{"stride", 31}}), 1);
    EXPECT_EQ(ask("stride_proportional", {{"stride", 0}}), 1);
}

} // namespace lockstep::models
