// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(LittleTest, ByHand) {
    // 400 cycles at one answer a cycle: 400 under way; at one in four cycles 100.
    EXPECT_EQ(ask("little", {}), 400);
    EXPECT_EQ(ask("little", {{"latency", 400}, {"throughput", 0.25}}), 100);
}

TEST(LittleTest, BytesUnderWayOfAnA100) {
    // 290 cycles at 1410 MHz are 205.7 ns; at 1555 GB/s 319,823 bytes are under way, which are
    // 9994 sectors of 32 bytes: 92.5 for each of 108 SMs.
    const double bytes_per_cycle = 1555e9 / 1410e6;
    const double bytes = ask("little", {{"latency", 290}, {"throughput", bytes_per_cycle}});
    EXPECT_NEAR(bytes, 319823, 1);
    EXPECT_NEAR(bytes / 32 / 108, 92.5, 0.1);
}

} // namespace lockstep::models
