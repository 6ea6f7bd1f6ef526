// SPDX-License-Identifier: MIT
#include "sim/simt/banks.hpp"

#include <gtest/gtest.h>
#include <numeric>

namespace lockstep::simt {

/// Lane i accesses `size` bytes at i * stride.
static Passes passes(std::uint64_t stride, std::uint32_t size, Mask on = ~Mask{0}) {
    std::uint64_t addresses[32];
    Survey survey{~std::uint64_t{0}, 0, 0, stride == size};
    for (std::size_t i = 0; i < 32; ++i) {
        addresses[i] = i * stride;
        if ((on >> i & 1) == 0)
            continue;
        survey.first = std::min(survey.first, addresses[i]);
        survey.last = std::max(survey.last, addresses[i]);
    }
    return count_passes(addresses, on, survey, size);
}

TEST(BanksTest, AStrideOfWordsNeedsItsCommonFactorWithThirtyTwo) {
    for (std::uint64_t words = 1; words <= 64; ++words) {
        const Passes found = passes(words * 4, 4);
        EXPECT_EQ(found.passes, static_cast<int>(std::gcd(words, std::uint64_t{32}))) << words;
        EXPECT_EQ(found.without_conflict, 1);
    }
}

TEST(BanksTest, OneWordIsForEverybody) {
    EXPECT_EQ(passes(0, 4).passes, 1);
    // Four bytes of a word, or two halves of it, are one word too.
    EXPECT_EQ(passes(1, 1).passes, 1);
    EXPECT_EQ(passes(2, 2).passes, 1);
}

TEST(BanksTest, WideAccessesGoInParts) {
    EXPECT_EQ(passes(8, 8).passes, 2);
    EXPECT_EQ(passes(8, 8).without_conflict, 2);
    EXPECT_EQ(passes(16, 16).passes, 4);
    EXPECT_EQ(passes(16, 16).without_conflict, 4);
    // Every other pair: 16 lanes want words 0, 4, 8, ... 60 and their neighbours: banks twice.
    EXPECT_EQ(passes(16, 8).passes, 4);
    EXPECT_EQ(passes(16, 8).without_conflict, 2);
    // One quarter: 8 lanes, 128 bytes apart: all in banks 0 to 3.
    EXPECT_EQ(passes(128, 16, 0xff).passes, 8);
    EXPECT_EQ(passes(128, 16, 0xff).without_conflict, 1);
}

TEST(BanksTest, OnlyTheLanesThatAreOnCollide) {
    EXPECT_EQ(passes(128, 4).passes, 32);
    EXPECT_EQ(passes(128, 4, 0x5).passes, 2);
    EXPECT_EQ(passes(128, 4, 0x1).passes, 1);
    EXPECT_EQ(passes(8, 8, 0xffff).passes, 1);
}

} // namespace lockstep::simt
