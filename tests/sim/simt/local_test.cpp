// SPDX-License-Identifier: MIT
#include "sim/simt/local.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

TEST(LocalTest, EveryByteOfEveryLaneHasItsPlaceAndKeepsItWhenGrowing) {
    LocalMemory memory;
    memory.reset(40, false);
    EXPECT_EQ(memory.size(), 48u);
    for (int lane = 0; lane < 32; ++lane)
        for (std::uint64_t i = 0; i < 48; ++i)
            *memory.at(i, lane) = static_cast<std::byte>(lane * 7 + static_cast<int>(i));
    memory.grow(500);
    for (int lane = 0; lane < 32; ++lane)
        for (std::uint64_t i = 0; i < 48; ++i)
            ASSERT_EQ(*memory.at(i, lane), static_cast<std::byte>(lane * 7 + static_cast<int>(i)));
    EXPECT_EQ(*memory.at(499, 31), std::byte{0});
    // An aligned access of 16 bytes lies in one piece.
    EXPECT_EQ(memory.at(47, 3) - memory.at(32, 3), 15);
}

TEST(LocalTest, ResettingForgetsAll) {
    LocalMemory memory;
    memory.reset(16, true);
    *memory.at(3, 5) = std::byte{1};
    memory.written(3, 5) = 8;
    memory.reset(16, true);
    EXPECT_EQ(*memory.at(3, 5), std::byte{0});
    EXPECT_EQ(memory.written(3, 5), 0);
}

} // namespace lockstep::simt
