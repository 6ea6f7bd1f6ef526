// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(EveryWarpHelpsTest, IsRightUntilTheSlotsAreFull) {
    const Values few{{"warps", 4}, {"latency", 20}, {"arithmetic", 4}};
    EXPECT_EQ(ask("every_warp_helps", few), ask("latency_hiding", few));
    const Values many{{"warps", 16}, {"latency", 20}, {"arithmetic", 4}};
    EXPECT_EQ(ask("every_warp_helps", many), 16);
    EXPECT_LT(ask("latency_hiding", many), 7);
}

} // namespace lockstep::models
