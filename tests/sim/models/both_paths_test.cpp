// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(BothPathsTest, CostsAllPathsWhoeverTakesThem) {
    for (const double m : {0.0, 1.0, 16.0})
        EXPECT_EQ(ask("both_paths", {{"leave", m}}), 2);
    EXPECT_EQ(ask("both_paths", {{"paths", 5}}), 5);
}

} // namespace lockstep::models
