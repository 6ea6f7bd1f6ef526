// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace lockstep::models {

static double passes(double stride) {
    return ask("bank_conflicts", {{"stride", stride}});
}

TEST(BankConflictsTest, ByHand) {
    EXPECT_EQ(passes(1), 1);
    EXPECT_EQ(passes(2), 2); // banks 0, 2, .. 30 twice
    EXPECT_EQ(passes(3), 1); // 3 i mod 32 are 32 different banks
    EXPECT_EQ(passes(6), 2);
    EXPECT_EQ(passes(8), 8);
    EXPECT_EQ(passes(12), 4);
    EXPECT_EQ(passes(32), 32); // all in bank 0
    EXPECT_EQ(passes(33), 1);  // a column of a padded tile
    EXPECT_EQ(passes(64), 32);
    EXPECT_EQ(passes(0), 1) << "one word goes to all lanes at once";
}

TEST(BankConflictsTest, AsManyAsTheFullestBankHasWords) {
    for (int stride = 1; stride <= 1024; ++stride) {
        int words[32] = {}, most = 0;
        for (int lane = 0; lane < 32; ++lane)
            most = std::max(most, ++words[lane * stride % 32]);
        EXPECT_EQ(passes(stride), most) << stride;
    }
}

} // namespace lockstep::models
