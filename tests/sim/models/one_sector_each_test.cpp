// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(OneSectorEachTest, KnowsNoStride) {
    EXPECT_EQ(ask("one_sector_each", {{"stride", 1}}), 32);
    EXPECT_EQ(ask("one_sector_each", {{"stride", 1024}}), 32);
    // It is right from eight words on, and eight times too much for neighbours.
    EXPECT_EQ(ask("sectors", {{"stride", 8}}), ask("one_sector_each", {}));
    EXPECT_EQ(8 * ask("sectors", {{"stride", 1}}), ask("one_sector_each", {}));
}

} // namespace lockstep::models
