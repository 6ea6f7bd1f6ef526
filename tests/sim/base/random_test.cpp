// SPDX-License-Identifier: MIT
#include "sim/base/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace lockstep {

TEST(RandomTest, SplitMixGivesItsPublishedSequence) {
    std::uint64_t counter = 1234567;
    EXPECT_EQ(split_mix(counter), 6457827717110365317u);
    EXPECT_EQ(split_mix(counter), 3203168211198807973u);
    EXPECT_EQ(split_mix(counter), 9817491932198370423u);
}

TEST(RandomTest, TheSameSeedGivesTheSameNumbersAndAnotherOneDoesNot) {
    Random first(7), second(7), other(8);
    int equal_to_other = 0;
    for (int i = 0; i < 1000; ++i) {
        const std::uint64_t draw = first.next();
        EXPECT_EQ(draw, second.next());
        equal_to_other += draw == other.next() ? 1 : 0;
    }
    EXPECT_EQ(equal_to_other, 0);
}

TEST(RandomTest, UniformFillsTheUnitIntervalEvenly) {
    Random random(1);
    constexpr int n = 100000;
    double sum = 0, squares = 0, previous = 0.5, products = 0;
    for (int i = 0; i < n; ++i) {
        const double x = random.uniform();
        ASSERT_GE(x, 0);
        ASSERT_LT(x, 1);
        sum += x;
        squares += x * x;
        products += (x - 0.5) * (previous - 0.5);
        previous = x;
    }
    // Mean 1/2, mean square 1/3, no correlation of neighbours; bounds of five standard errors.
    EXPECT_NEAR(sum / n, 0.5, 5 / std::sqrt(12.0 * n));
    EXPECT_NEAR(squares / n, 1.0 / 3, 5 * std::sqrt(4.0 / 45 / n));
    EXPECT_NEAR(products / n, 0, 5 / 12.0 / std::sqrt(n));
}

TEST(RandomTest, BelowIsFairAlsoWhereARemainderIsNot) {
    // With three quarters of 2^64, a bare remainder would give the first third twice as often.
    Random random(3);
    constexpr std::uint64_t bound = 3ull << 62;
    int in_first_third = 0;
    constexpr int n = 30000;
    for (int i = 0; i < n; ++i) {
        const std::uint64_t x = random.below(bound);
        ASSERT_LT(x, bound);
        in_first_third += x < bound / 3 ? 1 : 0;
    }
    EXPECT_NEAR(in_first_third, n / 3, 5 * std::sqrt(n * 2.0 / 9));
}

TEST(RandomTest, BelowReachesEveryNumberOfASmallRange) {
    Random random(5);
    std::array<int, 6> counts{};
    for (int i = 0; i < 60000; ++i)
        ++counts[random.below(6)];
    for (const int count : counts)
        EXPECT_NEAR(count, 10000, 5 * std::sqrt(60000 * 5.0 / 36));
    EXPECT_EQ(random.below(1), 0u);
}

} // namespace lockstep
