// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(WavesTest, ByHand) {
    // 28 SMs with 6 blocks each hold 168.
    const auto at = [](double blocks) {
        return ask("waves", {{"blocks", blocks}, {"sms", 28}, {"resident", 6}});
    };
    EXPECT_EQ(at(1), 1);
    EXPECT_EQ(at(168), 1);
    EXPECT_EQ(at(169), 2);
    EXPECT_EQ(at(336), 2);
    EXPECT_EQ(at(1000), 6); // 5.95
}

TEST(WavesTest, NeverShorterThanTheThreadsAloneAndLessThanAWaveLonger) {
    for (double blocks = 1; blocks < 1000; blocks += 7) {
        const double waves = ask("waves", {{"blocks", blocks}});
        const double smooth = ask("threads_only", {{"blocks", blocks}});
        EXPECT_GE(waves, smooth);
        EXPECT_LT(waves, smooth + 1);
    }
}

} // namespace lockstep::models
