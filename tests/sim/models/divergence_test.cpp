// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>
#include <set>

namespace lockstep::models {

TEST(DivergenceTest, ItIsTheTableTop) {
    EXPECT_EQ(ask("divergence", {{"group", 16}, {"leave", 0}}), 1);
    for (double m = 1; m < 16; ++m)
        EXPECT_EQ(ask("divergence", {{"group", 16}, {"leave", m}}), 2) << m;
    EXPECT_EQ(ask("divergence", {{"group", 16}, {"leave", 16}}), 1) << "all left together";
    EXPECT_EQ(ask("divergence", {{"group", 16}, {"leave", 40}}), 1) << "no more than all can leave";
}

TEST(DivergenceTest, LeavingLanesSpreadOverTheOtherPaths) {
    EXPECT_EQ(ask("divergence", {{"group", 32}, {"leave", 2}, {"paths", 4}}), 3);
    EXPECT_EQ(ask("divergence", {{"group", 32}, {"leave", 20}, {"paths", 4}}), 4);
    EXPECT_EQ(ask("divergence", {{"group", 32}, {"leave", 32}, {"paths", 4}}), 3);
}

TEST(DivergenceTest, SortedDataLetsEveryGroupStayTogether) {
    for (double m = 0; m <= 16; ++m)
        EXPECT_EQ(ask("divergence", {{"group", 16}, {"leave", m}, {"paths", 4}, {"order", 1}}), 1);
}

TEST(DivergenceTest, DrawnByChanceItIsTheExpectedNumber) {
    for (const double k : {2.0, 4.0, 16.0})
        EXPECT_DOUBLE_EQ(ask("divergence", {{"group", 8}, {"paths", k}, {"order", 2}}),
                         ask("divergence_random", {{"group", 8}, {"paths", k}}));
}

TEST(DivergenceTest, ItIsWhatSimulatedGroupsTake) {
    // The first `leave` lanes of a group are dealt to the other paths in turn.
    for (int leave = 0; leave <= 8; ++leave) {
        for (int k = 2; k <= 6; ++k) {
            std::set<int> taken;
            for (int lane = 0; lane < 8; ++lane)
                taken.insert(lane < leave ? 1 + lane % (k - 1) : 0);
            EXPECT_EQ(ask("divergence", {{"group", 8}, {"leave", leave}, {"paths", k}}),
                      static_cast<double>(taken.size()));
        }
    }
}

} // namespace lockstep::models
