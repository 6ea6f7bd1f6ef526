// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(FalseSharingTest, TheLineCountsNotTheDistance) {
    const auto at = [](double offset, double distance) {
        return ask("false_sharing", {{"offset", offset}, {"distance", distance}, {"transfer", 5}});
    };
    EXPECT_EQ(at(0, 8), 5);
    EXPECT_EQ(at(0, 56), 5);
    EXPECT_EQ(at(0, 64), 1);
    EXPECT_EQ(at(0, 256), 1);
    EXPECT_EQ(at(56, 8), 1) << "eight bytes apart, but in two lines";
    EXPECT_EQ(at(48, 8), 5);
    EXPECT_EQ(at(8, 56), 1);
}

TEST(FalseSharingTest, OneThreadSharesWithNobody) {
    EXPECT_EQ(ask("false_sharing", {{"p", 1}, {"distance", 8}}), 1);
}

TEST(FalseSharingTest, AThirdThreadCanShareWhereTwoDoNot) {
    // At offset 56 and distance 8 the counters lie at 56 | 64, 72: the second line has two.
    EXPECT_EQ(ask("false_sharing", {{"p", 2}, {"offset", 56}, {"distance", 8}}), 1);
    EXPECT_EQ(ask("false_sharing", {{"p", 3}, {"offset", 56}, {"distance", 8}}), 5);
    for (double p = 2; p <= 64; ++p)
        EXPECT_EQ(ask("false_sharing", {{"p", p}, {"distance", 64}, {"offset", 63}}), 1);
}

TEST(FalseSharingTest, ALongerLineIsSharedFurther) {
    EXPECT_EQ(ask("false_sharing", {{"distance", 64}, {"line", 128}}), 5);
    EXPECT_EQ(ask("false_sharing", {{"distance", 128}, {"line", 128}}), 1);
}

} // namespace lockstep::models
