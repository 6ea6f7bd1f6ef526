// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(DivergenceSharedTest, WithoutASharedPartItIsTheNumberOfPaths) {
    for (double m = 0; m <= 16; ++m)
        for (const double k : {2.0, 5.0})
            EXPECT_EQ(ask("divergence_shared", {{"leave", m}, {"paths", k}, {"shared", 0}}),
                      ask("divergence", {{"leave", m}, {"paths", k}}));
}

TEST(DivergenceSharedTest, ByHand) {
    // a = 8, s = 64, both paths: (8 + 2 x 64) / (8 + 64).
    EXPECT_DOUBLE_EQ(ask("divergence_shared", {{"leave", 1}, {"length", 64}, {"shared", 8}}),
                     136.0 / 72);
    // Length 1: (8 + 2) / (8 + 1), hardly any price.
    EXPECT_DOUBLE_EQ(ask("divergence_shared", {{"leave", 1}, {"length", 1}, {"shared", 8}}),
                     10.0 / 9);
}

TEST(DivergenceSharedTest, LongerPathsComeNearerToTheFullPrice) {
    double before = 1;
    for (double s = 1; s <= 256; s *= 2) {
        const double here = ask("divergence_shared", {{"leave", 3}, {"length", s}, {"shared", 8}});
        EXPECT_GT(here, before);
        EXPECT_LT(here, 2);
        before = here;
    }
}

} // namespace lockstep::models
