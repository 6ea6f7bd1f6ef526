// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(PaddingHelpsSlowlyTest, BeginsRightAndGoesOn) {
    EXPECT_EQ(ask("padding_helps_slowly", {{"pad", 0}}), ask("padded_tile", {{"pad", 0}}));
    EXPECT_EQ(ask("padding_helps_slowly", {{"pad", 1}}), 8.5);
    EXPECT_EQ(ask("padding_helps_slowly", {{"pad", 31}}), 1);
}

} // namespace lockstep::models
