// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::models {

TEST(ChainsTest, TheLastRoundTakesAsLongAsAFullOne) {
    EXPECT_DOUBLE_EQ(ask("chains", {{"chains", 1}, {"p", 8}}), 1);
    EXPECT_DOUBLE_EQ(ask("chains", {{"chains", 2}, {"p", 2}}), 2);
    EXPECT_DOUBLE_EQ(ask("chains", {{"chains", 3}, {"p", 2}}), 1.5) << "slower than two chains";
    EXPECT_DOUBLE_EQ(ask("chains", {{"chains", 9}, {"p", 4}}), 3) << "three rounds";
    EXPECT_DOUBLE_EQ(ask("chains", {{"chains", 12}, {"p", 4}}), 4);
}

TEST(ChainsTest, NeverBeatsChainsNorWorkersAndMeetsBothWhereTheyDivide) {
    for (double c = 1; c <= 64; ++c) {
        for (double p = 1; p <= 64; ++p) {
            const double speedup = ask("chains", {{"chains", c}, {"p", p}});
            EXPECT_LE(speedup, std::min(c, p));
            EXPECT_GE(speedup, 1);
            EXPECT_EQ(speedup == p, std::fmod(c, p) == 0) << c << " chains, " << p << " workers";
        }
    }
    EXPECT_EQ(limit_of("chains", {{"chains", 12}}), 12);
}

TEST(ChainsTest, DoesNotKnowOfALongerChain) {
    EXPECT_DOUBLE_EQ(ask("chains", {{"chains", 3}, {"p", 2}, {"longest", 8}}), 1.5)
        << "the lesson's failing case: the largest customer is not in this model";
}

} // namespace lockstep::models
