// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(OneAtATimeTest, IsRightForOneChain) {
    EXPECT_EQ(ask("one_at_a_time", {{"chains", 1}}), ask("overlap", {{"chains", 1}}));
    EXPECT_EQ(ask("one_at_a_time", {{"chains", 32}}), 1);
}

} // namespace lockstep::models
