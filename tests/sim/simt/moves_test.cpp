// SPDX-License-Identifier: MIT
#include "sim/simt/moves.hpp"

#include <cstring>
#include <gtest/gtest.h>

namespace lockstep::simt {

static std::uint64_t own(const void* memory) {
    return reinterpret_cast<std::uintptr_t>(memory);
}

TEST(MovesTest, NarrowLoadsFillWithTheSignOrWithZeros) {
    const std::uint8_t memory[] = {0x80, 0xff, 0x7f, 0x01};
    std::uint64_t addresses[32]{};
    alignas(64) std::uint32_t slot[32]{};
    addresses[3] = 2;
    choose_load(1, 4, true)(reinterpret_cast<std::byte*>(slot), own(memory), addresses, 0x9);
    EXPECT_EQ(slot[0], 0xffffff80u);
    EXPECT_EQ(slot[3], 0x7fu);
    EXPECT_EQ(slot[1], 0u); // off
    choose_load(2, 4, false)(reinterpret_cast<std::byte*>(slot), own(memory), addresses, ~0u);
    EXPECT_EQ(slot[0], 0xff80u);
    EXPECT_EQ(slot[3], 0x017fu);
}

TEST(MovesTest, StoresTakeTheLowBytesAndTheHighestLaneComesLast) {
    std::uint8_t memory[8]{};
    std::uint64_t addresses[32];
    alignas(64) std::uint32_t slot[32];
    for (std::uint32_t i = 0; i < 32; ++i)
        slot[i] = 0x11223300 + i, addresses[i] = i % 4 * 2;
    choose_store(2, 4)(reinterpret_cast<std::byte*>(slot), own(memory), addresses, ~0u);
    // Lanes 28 to 31 are the last of each.
    const std::uint8_t expected[] = {28, 0x33, 29, 0x33, 30, 0x33, 31, 0x33};
    EXPECT_EQ(std::memcmp(memory, expected, 8), 0);
}

TEST(MovesTest, ThereIsNoRegisterNarrowerThanItsElement) {
    for (const int width : {1, 2, 4, 8, 16})
        for (const int reg : {1, 2, 4, 8, 16}) {
            EXPECT_EQ(choose_load(width, reg, false) != nullptr, reg >= width) << width << reg;
            EXPECT_EQ(choose_store(width, reg) != nullptr, reg >= width) << width << reg;
        }
}

} // namespace lockstep::simt
