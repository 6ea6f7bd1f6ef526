// SPDX-License-Identifier: MIT
#include "sim/simt/survey.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

struct Slots {
    alignas(64) std::uint64_t wide[32];
    alignas(64) std::uint32_t narrow[32];
    alignas(64) std::uint64_t addresses[32];
};

TEST(SurveyTest, SideBySide) {
    Slots slots;
    for (std::size_t i = 0; i < 32; ++i)
        slots.wide[i] = 1000 + 4 * i;
    const Survey full =
        survey(reinterpret_cast<std::byte*>(slots.wide), 8, 8, 0, 4, ~0u, slots.addresses);
    EXPECT_TRUE(full.consecutive);
    EXPECT_EQ(full.first, 1008u);
    EXPECT_EQ(full.last, 1008u + 31 * 4);
    EXPECT_EQ(full.low_bits & 3, 0u);
    EXPECT_EQ(slots.addresses[5], 1028u);
    // Lanes that are off count for nothing.
    slots.wide[0] = 1, slots.wide[31] = ~std::uint64_t{0};
    const Survey part =
        survey(reinterpret_cast<std::byte*>(slots.wide), 8, 0, 0, 4, 0x7ffffffe, slots.addresses);
    EXPECT_TRUE(part.consecutive);
    EXPECT_EQ(part.first, 1004u);
    EXPECT_EQ(part.last, 1000u + 30 * 4);
    EXPECT_FALSE(
        survey(reinterpret_cast<std::byte*>(slots.wide), 8, 0, 0, 4, 0xfffffffe, slots.addresses)
            .consecutive);
}

TEST(SurveyTest, NarrowAddressesWrapAroundInsideTheirWindow) {
    Slots slots;
    for (std::uint32_t i = 0; i < 32; ++i)
        slots.narrow[i] = 0xfffffffc + 4 * i;
    const Survey found = survey(reinterpret_cast<std::byte*>(slots.narrow), 4, 4, 0x500000000000, 4,
                                ~0u, slots.addresses);
    EXPECT_EQ(found.first, 0x500000000000u);
    EXPECT_EQ(found.last, 0x500000000000u + 31 * 4);
    EXPECT_TRUE(found.consecutive);
}

TEST(SurveyTest, CountsSectors) {
    Slots slots;
    for (const std::uint64_t stride : {0u, 4u, 8u, 32u, 100u, 4096u}) {
        for (std::size_t i = 0; i < 32; ++i)
            slots.wide[31 - i] = 640 + stride * i;
        const Survey found =
            survey(reinterpret_cast<std::byte*>(slots.wide), 8, 0, 0, 4, ~0u, slots.addresses);
        // 31 strides span that many boundaries between sectors; from 32 bytes on each is alone.
        const std::uint64_t expected = stride >= 32 ? 32 : 31 * stride / 32 + 1;
        EXPECT_EQ(static_cast<std::uint64_t>(count_distinct(slots.addresses, ~0u, found, 5)),
                  expected)
            << stride;
    }
}

TEST(SurveyTest, OneLaneIsItsOwnLowestAndHighest) {
    Slots slots{};
    slots.wide[17] = 12345;
    const Survey found =
        survey(reinterpret_cast<std::byte*>(slots.wide), 8, 0, 0, 4, 1u << 17, slots.addresses);
    EXPECT_EQ(found.first, 12345u);
    EXPECT_EQ(found.last, 12345u);
    EXPECT_EQ(found.low_bits, 12345u);
    EXPECT_EQ(count_distinct(slots.addresses, 1u << 17, found, 5), 1);
}

} // namespace lockstep::simt
