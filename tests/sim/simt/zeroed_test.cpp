// SPDX-License-Identifier: MIT
#include "sim/simt/zeroed.hpp"

#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <new>

namespace lockstep::simt {

TEST(ZeroedTest, ComesAsZerosEachTime) {
    for (int k = 0; k < 3; ++k) {
        const Zeroed<std::uint32_t> numbers(100000);
        EXPECT_EQ(std::count(numbers.begin(), numbers.begin() + 100000, 0u), 100000);
        std::fill_n(numbers.begin(), 100000, 7u);
        EXPECT_EQ(numbers[99999], 7u);
    }
}

TEST(ZeroedTest, NoneAndTooMany) {
    EXPECT_EQ(Zeroed<std::uint64_t>(0).begin(), nullptr);
    EXPECT_EQ(Zeroed<std::uint64_t>().begin(), nullptr);
    EXPECT_THROW(take_zeroed(std::numeric_limits<std::size_t>::max() / 2), std::bad_alloc);
}

} // namespace lockstep::simt
