// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(FlatTest, IsTheLevelWhateverMoves) {
    EXPECT_EQ(ask("flat", {}), 1);
    EXPECT_EQ(ask("flat", {{"p", 64}, {"distance", 8}}), 1);
    EXPECT_EQ(ask("flat", {{"level", 2.16}}), 2.16);
}

} // namespace lockstep::models
