// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace lockstep::models {

static double speedup(double warps, double latency, double arithmetic, double arithmetic_latency) {
    return ask("latency_hiding", {{"warps", warps},
                                  {"latency", latency},
                                  {"arithmetic", arithmetic},
                                  {"arithmetic_latency", arithmetic_latency}});
}

TEST(LatencyHidingModelTest, ByHand) {
    // A round of 400 + 3 x 4 + 1 = 413 cycles with 5 instructions: 82.6 warps fill it.
    EXPECT_EQ(speedup(1, 400, 4, 4), 1);
    EXPECT_EQ(speedup(16, 400, 4, 4), 16);
    EXPECT_DOUBLE_EQ(speedup(64, 300, 4, 4), 313.0 / 5);
    // 20 + 3 x 4 + 1 = 33 cycles, 5 instructions: from the seventh warp on nothing is gained.
    EXPECT_EQ(speedup(6, 20, 4, 4), 6);
    EXPECT_DOUBLE_EQ(speedup(7, 20, 4, 4), 6.6);
    EXPECT_DOUBLE_EQ(speedup(16, 20, 4, 4), 6.6);
}

TEST(LatencyHidingModelTest, MoreArithmeticNeedsFewerWarps) {
    double before = 1e9;
    for (double k = 1; k <= 64; k *= 2) {
        const double here = speedup(64, 200, k, 4);
        EXPECT_LE(here, before);
        before = std::min(before, here);
    }
    EXPECT_GE(before, 1);
}

} // namespace lockstep::models
