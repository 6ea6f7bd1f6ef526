// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(AnyBlockTest, KnowsNoBlock) {
    EXPECT_EQ(ask("any_block", {{"block", 8}}), 1);
    EXPECT_EQ(ask("any_block", {{"block", 40}}), 1);
}

} // namespace lockstep::models
