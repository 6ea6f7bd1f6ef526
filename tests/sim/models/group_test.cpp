// SPDX-License-Identifier: MIT
#include "sim/models/group.hpp"

#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(GroupTest, ZeroAndMissingMeanTheUsualNumberOfLanes) {
    EXPECT_EQ(lanes_of_group({}), 16);
    EXPECT_EQ(lanes_of_group({{"group", 0}}), 16);
    EXPECT_EQ(lanes_of_group({{"group", 4}}), 4);
}

TEST(GroupTest, EveryModelOfDivergenceAsksTheSameWay) {
    for (const std::string_view name :
         {"divergence", "divergence_random", "divergence_shared", "tent"}) {
        const Values unset{{"leave", 6}, {"paths", 4}, {"group", 0}};
        const Values set{{"leave", 6}, {"paths", 4}, {"group", 16}};
        EXPECT_EQ(ask(name, unset), ask(name, set)) << name;
        EXPECT_GE(ask(name, unset), 1) << name;
    }
}

} // namespace lockstep::models
