// SPDX-License-Identifier: MIT
#include "sim/simt/claims.hpp"

#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace lockstep::simt {

/// Whether block 1 may do `then` where block 0 did `first`, on [from, to) of both.
static bool allowed(Use first, Use then, std::uint64_t from = 0, std::uint64_t to = 4) {
    Claims claims;
    claims.reset(1024);
    EXPECT_TRUE(claims.claim(from, to, 0, first));
    EXPECT_TRUE(claims.claim(from, to, 0, first));
    return claims.claim(from, to, 1, then);
}

TEST(ClaimsTest, WhatTwoBlocksMayDoToAWord) {
    for (const auto& [from, to] :
         {std::pair{0, 4}, std::pair{0, 128}, std::pair{128, 384}, std::pair{6, 7}}) {
        const auto a = static_cast<std::uint64_t>(from), b = static_cast<std::uint64_t>(to);
        EXPECT_TRUE(allowed(Use::Read, Use::Read, a, b));
        EXPECT_TRUE(allowed(Use::Commute, Use::Commute, a, b));
        EXPECT_FALSE(allowed(Use::Read, Use::Write, a, b));
        EXPECT_FALSE(allowed(Use::Write, Use::Read, a, b));
        EXPECT_FALSE(allowed(Use::Write, Use::Write, a, b));
        EXPECT_FALSE(allowed(Use::Read, Use::Commute, a, b));
        EXPECT_FALSE(allowed(Use::Commute, Use::Read, a, b));
        EXPECT_FALSE(allowed(Use::Commute, Use::Write, a, b));
    }
}

TEST(ClaimsTest, OneBlockMayDoEverything) {
    Claims claims;
    claims.reset(256);
    for (const Use use : {Use::Read, Use::Commute, Use::Write, Use::Read})
        EXPECT_TRUE(claims.claim(8, 12, 5, use));
    EXPECT_FALSE(claims.claim(8, 12, 6, Use::Read));
    EXPECT_FALSE(claims.claim(8, 12, 6, Use::Commute));
    EXPECT_TRUE(claims.claim(12, 16, 6, Use::Write));
}

TEST(ClaimsTest, ALineTakenApartKeepsItsClaims) {
    Claims claims;
    claims.reset(256);
    EXPECT_TRUE(claims.claim(0, 128, 0, Use::Read));
    EXPECT_TRUE(claims.claim(0, 128, 1, Use::Read));
    EXPECT_TRUE(claims.claim(4, 8, 2, Use::Read));
    EXPECT_FALSE(claims.claim(64, 68, 2, Use::Write));
    EXPECT_TRUE(claims.claim(128, 132, 2, Use::Write));
    EXPECT_FALSE(claims.claim(128, 256, 3, Use::Read));
    EXPECT_TRUE(claims.claim(132, 256, 3, Use::Read));
}

TEST(ClaimsTest, OfManyThreadsOneWins) {
    Claims claims;
    claims.reset(128 * 1000);
    std::atomic<int> won{0};
    {
        std::vector<std::jthread> team;
        for (std::uint32_t block = 0; block < 4; ++block)
            team.emplace_back([&, block] {
                for (std::uint64_t line = 0; line < 1000; ++line) {
                    // Whole lines, and parts of them, at the same time.
                    const std::uint64_t from = line * 128 + (block % 2) * 4;
                    won += claims.claim(from, line * 128 + 128, block, Use::Write) ? 1 : 0;
                }
            });
    }
    EXPECT_GE(won, 1000 - 1000);
    EXPECT_LE(won, 1000);
}

} // namespace lockstep::simt
