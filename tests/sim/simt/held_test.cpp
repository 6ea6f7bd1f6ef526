// SPDX-License-Identifier: MIT
#include "sim/simt/held.hpp"

#include "sim/base/random.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace lockstep::simt {

constexpr std::uint32_t claim = 1u << 30 | 5;
constexpr std::uint64_t begin = 4096;

/// Lane i's line is 3 i, its word i; each line's claim is about all its words.
struct Column {
    Column() : lines(128) {
        for (std::uint64_t i = 0; i < 32; ++i) {
            addresses[i] = begin + 128 * (3 * i) + 4 * i;
            lines[seat_of(3 * i)] = std::uint64_t{~0u} << 32 | claim;
        }
    }
    bool held(Mask on = ~Mask{0}, std::uint32_t words = 1) const {
        return all_held(lines.data(), addresses, begin, on, claim, words, 2);
    }
    std::vector<std::uint64_t> lines;
    alignas(64) std::uint64_t addresses[32];
};

TEST(HeldTest, EachLaneCounts) {
    EXPECT_TRUE(Column().held());
    for (std::uint64_t lane = 0; lane < 32; ++lane) {
        Column another;
        another.lines[seat_of(3 * lane)] ^= 1; // another block's
        EXPECT_FALSE(another.held()) << lane;
        EXPECT_TRUE(another.held(~(Mask{1} << lane))) << lane;
        Column fewer;
        fewer.lines[seat_of(3 * lane)] &= ~(std::uint64_t{1} << (32 + lane)); // not this word
        EXPECT_FALSE(fewer.held()) << lane;
        EXPECT_TRUE(fewer.held(~(Mask{1} << lane))) << lane;
    }
}

TEST(HeldTest, LanesThatAreOffMayPointAnywhere) {
    Column column;
    column.addresses[7] = 0;
    column.addresses[31] = ~std::uint64_t{0};
    EXPECT_TRUE(column.held(0x7fffff7f));
}

TEST(KnownLinesTest, OnlyTheSameLinesOfTheSameBlock) {
    Column column;
    KnownLines known;
    EXPECT_FALSE(known.hold(0, column.addresses, 1));
    known.keep(7, column.addresses, ~Mask{0});
    EXPECT_TRUE(known.hold(7, column.addresses, ~Mask{0}));
    EXPECT_FALSE(known.hold(8, column.addresses, ~Mask{0}));
    for (std::uint64_t lane = 0; lane < 32; ++lane) {
        Column other;
        other.addresses[lane] = begin + 128 * (3 * lane) + 127 - 4 * lane; // in its line
        EXPECT_TRUE(known.hold(7, other.addresses, ~Mask{0})) << lane;
        for (const std::uint64_t elsewhere :
             {begin + 128 * (3 * lane + 1), begin + 128 * (3 * lane) - 1, std::uint64_t{0},
              other.addresses[lane] + (std::uint64_t{1} << 40)}) {
            other.addresses[lane] = elsewhere;
            EXPECT_FALSE(known.hold(7, other.addresses, ~Mask{0})) << lane;
            EXPECT_TRUE(known.hold(7, other.addresses, ~(Mask{1} << lane))) << lane;
        }
    }
}

TEST(KnownLinesTest, LanesThatWereOffAreNotKnown) {
    const Column column;
    KnownLines known;
    known.keep(0, column.addresses, 0xffff);
    EXPECT_TRUE(known.hold(0, column.addresses, 0xf));
    EXPECT_FALSE(known.hold(0, column.addresses, 0x1000f));
}

TEST(HeldTest, SeatsAreAPermutation) {
    std::vector<int> taken(256);
    for (std::uint64_t line = 0; line < 256; ++line)
        ++taken[seat_of(line)];
    EXPECT_EQ(taken, std::vector<int>(256, 1));
    // Neighbours lie in different cache lines of 8 claims.
    for (std::uint64_t line = 1; line < 8; ++line)
        EXPECT_NE(seat_of(line) / 8, seat_of(line - 1) / 8);
}

TEST(HeldTest, AsLaneByLane) {
    Random random(20261127);
    for (int k = 0; k < 2000; ++k) {
        Column column;
        const auto granule_bits = static_cast<int>(random.below(2)) * 2;
        const std::uint32_t words = random.below(2) == 0 ? 1 : 3;
        const auto on = static_cast<Mask>(random.next()) | 1u << random.below(32);
        if (random.below(2) == 0)
            for (std::uint64_t& line : column.lines)
                line = std::uint64_t{static_cast<std::uint32_t>(random.next() | random.next() |
                                                                random.next() | random.next())}
                           << 32 |
                       (random.below(64) == 0 ? claim + 1 : claim);
        bool all = true;
        for (unsigned lane = 0; lane < 32; ++lane) {
            const std::uint64_t word = random.below(96 * 32) / 2 * 2;
            column.addresses[lane] = begin + (word << granule_bits);
            const std::uint64_t line = column.lines[seat_of(word / 32)];
            const std::uint32_t needed = words << word % 32;
            if ((on >> lane & 1) != 0)
                all = all && static_cast<std::uint32_t>(line) == claim &&
                      (needed & ~static_cast<std::uint32_t>(line >> 32)) == 0;
        }
        ASSERT_EQ(
            all_held(column.lines.data(), column.addresses, begin, on, claim, words, granule_bits),
            all)
            << k;
    }
}

} // namespace lockstep::simt
