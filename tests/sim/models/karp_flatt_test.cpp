// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(KarpFlattTest, UndoesAmdahlsLaw) {
    for (const double p : {2.0, 7.0, 100.0}) {
        const double speedup = ask("amdahl", {{"f", 0.8}, {"p", p}});
        EXPECT_NEAR(ask("karp_flatt", {{"speedup", speedup}, {"p", p}}), 0.2, 1e-12);
    }
}

TEST(KarpFlattTest, ByHand) {
    // (1/1.6 - 1/2) / (1 - 1/2) = 0.125 / 0.5
    EXPECT_DOUBLE_EQ(ask("karp_flatt", {{"speedup", 1.6}, {"p", 2}}), 0.25);
    EXPECT_DOUBLE_EQ(ask("karp_flatt", {{"speedup", 2}, {"p", 2}}), 0);
    EXPECT_DOUBLE_EQ(limit_of("karp_flatt", {{"speedup", 4}}), 0.25);
}

} // namespace lockstep::models
