// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(OverlapTest, RisesToItsCeiling) {
    EXPECT_EQ(ask("overlap", {{"chains", 1}, {"ceiling", 14}}), 1);
    EXPECT_EQ(ask("overlap", {{"chains", 8}, {"ceiling", 14}}), 8);
    EXPECT_EQ(ask("overlap", {{"chains", 32}, {"ceiling", 14}}), 14);
}

TEST(OverlapTest, TheCeilingIsLittlesLaw) {
    // A load takes 80 ns and one is answered every 8 ns: ten are under way.
    EXPECT_DOUBLE_EQ(ask("overlap", {{"chains", 64}, {"ceiling", 80 / 8.0}}),
                     ask("little", {{"latency", 80}, {"throughput", 1 / 8.0}}));
}

} // namespace lockstep::models
