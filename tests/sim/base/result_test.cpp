// SPDX-License-Identifier: MIT
#include "sim/base/result.hpp"

#include <gtest/gtest.h>

namespace lockstep {

static Result<int> half(int n) {
    if (n % 2 != 0)
        return fail("half", "3 is odd.", "Give an even number.");
    return n / 2;
}

static Result<int> quarter(int n) {
    LOCKSTEP_TRY(const int once, half(n));
    LOCKSTEP_TRY(const int twice, half(once));
    return twice;
}

static Result<void> is_even(int n) {
    LOCKSTEP_CHECK(half(n));
    return {};
}

TEST(ResultTest, TryHandsOnTheValueOrTheError) {
    EXPECT_EQ(quarter(12).value(), 3);
    ASSERT_FALSE(quarter(6));
    EXPECT_EQ(quarter(6).error().text(), "half: 3 is odd. Give an even number.");
}

TEST(ResultTest, CheckHandsOnOnlyTheError) {
    EXPECT_TRUE(is_even(4));
    EXPECT_EQ(is_even(3).error().what, "3 is odd.");
}

TEST(ResultTest, TheTextLeavesOutWhatIsEmpty) {
    EXPECT_EQ((Error{"", "It broke.", ""}).text(), "It broke.");
    EXPECT_EQ((Error{"a.toml:3", "It broke.", ""}).text(), "a.toml:3: It broke.");
}

} // namespace lockstep
