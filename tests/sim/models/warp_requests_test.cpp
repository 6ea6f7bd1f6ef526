// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

namespace lockstep::models {

TEST(WarpRequestsTest, ARequestServesTheLanesThatThereAre) {
    EXPECT_EQ(ask("warp_requests", {{"loads", 4096}, {"chains", 1}}), 4096);
    EXPECT_EQ(ask("warp_requests", {{"loads", 4096}, {"chains", 8}}), 512) << "4096 / 8";
    EXPECT_EQ(ask("warp_requests", {{"loads", 4096}, {"chains", 32}}), 128) << "4096 / 32";
}

TEST(WarpRequestsTest, BeyondAWarpItStays) {
    EXPECT_EQ(ask("warp_requests", {{"loads", 4096}, {"chains", 33}}), 128);
    EXPECT_EQ(ask("warp_requests", {{"loads", 4096}, {"chains", 1024}}), 128);
}

} // namespace lockstep::models
