// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(LinesTouchedTest, ByHand) {
    EXPECT_EQ(ask("lines_touched", {{"stride", 1}}), 1);
    EXPECT_EQ(ask("lines_touched", {{"stride", 3}}), 3);
    EXPECT_EQ(ask("lines_touched", {{"stride", 16}}), 16); // 64 bytes apart
    EXPECT_EQ(ask("lines_touched", {{"stride", 32}}), 16) << "every word has its line by then";
    EXPECT_EQ(ask("lines_touched", {{"stride", 32}, {"line", 128}}), 32);
}

} // namespace lockstep::models
