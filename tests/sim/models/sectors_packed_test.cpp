// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(SectorsPackedTest, IsRightForNeighboursOnly) {
    EXPECT_EQ(ask("sectors_packed", {{"stride", 1}}), 4);
    EXPECT_EQ(ask("sectors_packed", {{"stride", 16}}), 4);
    EXPECT_EQ(ask("sectors", {{"stride", 1}}), 4);
}

} // namespace lockstep::models
