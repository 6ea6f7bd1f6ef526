// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(PaddingWastesTest, IsWhatATileWithoutPaddingCosts) {
    EXPECT_EQ(ask("padding_wastes", {{"pad", 1}}), ask("padded_tile", {{"pad", 0}}));
    EXPECT_EQ(ask("padding_wastes", {{"pad", 7}}), 16.5);
}

} // namespace lockstep::models
