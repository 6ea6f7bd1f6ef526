// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(StragglerSameTest, IsTenMillisecondsForAnyNumberOfWorkers) {
    for (const double p : {1.0, 2.0, 64.0})
        EXPECT_DOUBLE_EQ(ask("straggler_same", {{"p", p}, {"chance", 0.02}}), 10);
    EXPECT_DOUBLE_EQ(ask("straggler_same", {{"base_ms", 3}, {"factor", 1}}), 3);
    EXPECT_DOUBLE_EQ(limit_of("straggler_same", {}), 10);
}

} // namespace lockstep::models
