// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(SlopeTest, FallsInAStraightLineOnADoublingAxis) {
    const auto at = [](double d) { return ask("slope", {{"distance", d}, {"transfer", 6}}); };
    const double expected[] = {6, 5, 4, 3, 2, 1};
    double distance = 8;
    for (const double value : expected) {
        EXPECT_DOUBLE_EQ(at(distance), value) << distance;
        distance *= 2;
    }
    EXPECT_DOUBLE_EQ(at(4), 6) << "no dearer than a transfer";
    EXPECT_DOUBLE_EQ(at(4096), 1);
}

} // namespace lockstep::models
