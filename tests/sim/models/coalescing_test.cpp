// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(CoalescingTest, IsTheCountOverThatOfNeighbours) {
    const auto at = [](double stride, double offset) {
        return ask("coalescing", {{"stride", stride}, {"offset", offset}});
    };
    EXPECT_EQ(at(1, 0), 1);
    EXPECT_EQ(at(2, 0), 2);
    EXPECT_EQ(at(8, 0), 8);
    EXPECT_EQ(at(64, 0), 8) << "eight is the end: one sector for each lane";
    EXPECT_EQ(at(1, 1), 1.25); // five sectors instead of four
    EXPECT_EQ(at(0, 0), 0.25);
}

} // namespace lockstep::models
