// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(EveryChainHelpsTest, KnowsNoCeiling) {
    EXPECT_EQ(ask("every_chain_helps", {{"chains", 8}}), ask("overlap", {{"chains", 8}}));
    EXPECT_EQ(ask("every_chain_helps", {{"chains", 32}}), 32);
}

} // namespace lockstep::models
