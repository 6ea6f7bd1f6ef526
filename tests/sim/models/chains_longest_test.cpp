// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace lockstep::models {

TEST(ChainsLongestTest, WithEqualChainsItIsTheModelOfEqualChains) {
    for (double c = 1; c <= 24; ++c)
        for (double p = 1; p <= 24; ++p)
            EXPECT_NEAR(ask("chains_longest", {{"chains", c}, {"p", p}, {"longest", 1}}),
                        ask("chains", {{"chains", c}, {"p", p}}), 1e-12);
}

TEST(ChainsLongestTest, ByHand) {
    // Two cashiers, three customers of 8, 1 and 1: the second serves both small ones. 10 / 8.
    EXPECT_DOUBLE_EQ(ask("chains_longest", {{"chains", 3}, {"p", 2}, {"longest", 8}}), 1.25);
    // Two cashiers, twelve of 8 and eleven of 1: 19 in all; eight small ones by 8, then 1 and 2
    // more.
    EXPECT_DOUBLE_EQ(ask("chains_longest", {{"chains", 12}, {"p", 2}, {"longest", 8}}), 1.9);
    // 2.5, 1, 1, 1 on two: the other serves three by 3.
    EXPECT_DOUBLE_EQ(ask("chains_longest", {{"chains", 4}, {"p", 2}, {"longest", 2.5}}), 5.5 / 3);
    EXPECT_DOUBLE_EQ(limit_of("chains_longest", {{"chains", 3}, {"longest", 8}}), 1.25);
}

TEST(ChainsLongestTest, KeepsGrahamsBounds) {
    for (double c = 1; c <= 20; ++c) {
        for (double p = 1; p <= 9; ++p) {
            for (const double longest : {1.0, 1.3, 2.0, 5.5, 8.0}) {
                const double sum = c - 1 + longest;
                const double time =
                    sum / ask("chains_longest", {{"chains", c}, {"p", p}, {"longest", longest}});
                EXPECT_GE(time, std::max(longest, sum / p) - 1e-9) << "no schedule is faster";
                EXPECT_LE(time, sum / p + (1 - 1 / p) * longest + 1e-9) << "no list is slower";
            }
        }
    }
}

} // namespace lockstep::models
