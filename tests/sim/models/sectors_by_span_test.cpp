// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(SectorsBySpanTest, IsRightUntilSectorsAreSkipped) {
    for (const double stride : {1, 2, 4, 8})
        EXPECT_EQ(ask("sectors_by_span", {{"stride", stride}}),
                  ask("sectors", {{"stride", stride}}))
            << stride;
    EXPECT_EQ(ask("sectors_by_span", {{"stride", 16}}), 63); // 497 words, and 32 are wanted
    EXPECT_EQ(ask("sectors", {{"stride", 16}}), 32);
}

} // namespace lockstep::models
