// SPDX-License-Identifier: MIT
#include "sim/simt/claims.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <array>
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
    EXPECT_LE(won, 1000);
}

/// The rules of a word, said plainly: who reads, writes and updates it.
struct PlainWord {
    std::vector<std::uint32_t> readers, updaters;
    int owner = -1;

    bool claim(std::uint32_t block, Use use) {
        const auto only = [&](std::vector<std::uint32_t>& list) {
            return list.empty() || (list.size() == 1 && list[0] == block);
        };
        if (owner >= 0)
            return owner == static_cast<int>(block);
        auto& own = use == Use::Read ? readers : updaters;
        auto& other = use == Use::Read ? updaters : readers;
        if (use != Use::Write && other.empty()) {
            if (std::ranges::find(own, block) == own.end())
                own.push_back(block);
            return true;
        }
        if (!only(readers) || !only(updaters))
            return false;
        owner = static_cast<int>(block);
        return true;
    }
};

TEST(ClaimsTest, LinesKeepTheRulesOfTheirWords) {
    Random random(1);
    std::uint64_t refused = 0;
    for (int trial = 0; trial < 3000; ++trial) {
        Claims claims;
        claims.reset(384);
        std::array<PlainWord, 96> plain;
        const std::uint64_t blocks = 1 + random.below(3), uses = 1 + random.below(3);
        for (int k = 0; k < 40; ++k) {
            const std::uint64_t first = random.below(95);
            const std::uint64_t end =
                std::min<std::uint64_t>(96, first + 1 + random.below(k % 3 == 0 ? 64 : 4));
            const auto block = static_cast<std::uint32_t>(random.below(blocks));
            const auto use = static_cast<Use>(random.below(uses));
            bool allowed = true;
            for (std::uint64_t word = first; word < end && allowed; ++word)
                allowed = plain[word].claim(block, use);
            ASSERT_EQ(claims.claim(4 * first, 4 * end, block, use), allowed)
                << "trial " << trial << ", claim " << k;
            refused += allowed ? 0 : 1;
            if (!allowed)
                break; // what else was claimed by then is open: the attempt is over
        }
    }
    EXPECT_GT(refused, 500u);
    EXPECT_LT(refused, 2900u);
}

TEST(ClaimsTest, WholeLinesAreClaimedWithAnyOfTheirWords) {
    Claims claims;
    claims.reset(512, 4, Grain::Lines);
    EXPECT_TRUE(claims.claim(0, 4, 0, Use::Write));
    EXPECT_TRUE(claims.claim(124, 128, 0, Use::Write));
    EXPECT_FALSE(claims.claim(64, 68, 1, Use::Write));
    EXPECT_FALSE(claims.claim(64, 68, 1, Use::Read));
    EXPECT_TRUE(claims.claim(128, 132, 1, Use::Read));
    EXPECT_TRUE(claims.claim(132, 136, 2, Use::Read));
    EXPECT_FALSE(claims.claim(200, 204, 2, Use::Write));
    EXPECT_TRUE(claims.claim(256, 384, 1, Use::Commute));
    EXPECT_TRUE(claims.claim(256, 260, 2, Use::Commute));
    EXPECT_FALSE(claims.claim(260, 264, 2, Use::Read));
}

TEST(ClaimsTest, WordsOfALine) {
    Claims claims;
    claims.reset(256);
    EXPECT_EQ(claims.words_at(128, 4), 1u);
    EXPECT_EQ(claims.words_at(252, 4), 0x8000'0000u);
    EXPECT_EQ(claims.words_at(16, 16), 0xf0u);
    EXPECT_EQ(claims.words_at(6, 1), 2u);
    EXPECT_TRUE(claims.claim_line(1, 0x11, 0, Use::Write));
    EXPECT_TRUE(claims.claim_line(1, 0x22, 1, Use::Write));
    EXPECT_FALSE(claims.claim_line(1, 0x30, 0, Use::Read));
}

} // namespace lockstep::simt
