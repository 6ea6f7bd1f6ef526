// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::models {

TEST(SumOfDelaysTest, RisesInAStraightLine) {
    EXPECT_DOUBLE_EQ(ask("sum_of_delays", {{"p", 1}}), 2.16);
    EXPECT_DOUBLE_EQ(ask("sum_of_delays", {{"p", 64}}), 2 + 64 * 0.16);
    EXPECT_TRUE(std::isinf(limit_of("sum_of_delays", {})));
    EXPECT_DOUBLE_EQ(limit_of("sum_of_delays", {{"chance", 0}}), 2);
}

} // namespace lockstep::models
