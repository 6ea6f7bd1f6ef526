// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(AtLeastAWarpTest, SeesNoSecondWarp) {
    EXPECT_EQ(ask("at_least_a_warp", {{"block", 8}}), ask("lanes_in_use", {{"block", 8}}));
    EXPECT_EQ(ask("at_least_a_warp", {{"block", 32}}), 1);
    EXPECT_EQ(ask("at_least_a_warp", {{"block", 40}}), 1);
}

} // namespace lockstep::models
