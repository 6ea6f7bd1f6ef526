// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(MeanTest, IsOneWorkersAverageForAnyNumberOfThem) {
    // 0.98 x 2 + 0.02 x 10
    for (const double p : {1.0, 64.0})
        EXPECT_DOUBLE_EQ(ask("mean", {{"p", p}}), 2.16);
    EXPECT_DOUBLE_EQ(ask("mean", {{"p", 1}}), ask("straggler", {{"p", 1}}))
        << "right for one worker";
    EXPECT_DOUBLE_EQ(limit_of("mean", {}), 2.16);
}

} // namespace lockstep::models
