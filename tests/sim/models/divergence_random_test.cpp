// SPDX-License-Identifier: MIT
#include "ask.hpp"
#include "sim/base/random.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace lockstep::models {

TEST(DivergenceRandomTest, ByHand) {
    EXPECT_DOUBLE_EQ(ask("divergence_random", {{"paths", 2}, {"group", 1}}), 1);
    EXPECT_DOUBLE_EQ(ask("divergence_random", {{"paths", 2}, {"group", 2}}), 1.5);
    // Four paths, three lanes: 4 (1 - 27/64).
    EXPECT_DOUBLE_EQ(ask("divergence_random", {{"paths", 4}, {"group", 3}}), 4 * 37.0 / 64);
}

TEST(DivergenceRandomTest, IsTheMeanNumberOfDifferentDraws) {
    Random random(1);
    double taken = 0;
    constexpr int trials = 20000;
    for (int trial = 0; trial < trials; ++trial) {
        std::set<std::uint64_t> paths;
        for (int lane = 0; lane < 8; ++lane)
            paths.insert(random.below(8));
        taken += static_cast<double>(paths.size());
    }
    // The number of different ones scatters by about 0.8.
    EXPECT_NEAR(ask("divergence_random", {{"paths", 8}, {"group", 8}}), taken / trials,
                5 * 0.8 / std::sqrt(trials));
}

TEST(DivergenceRandomTest, ManyLanesTakeEveryPath) {
    EXPECT_NEAR(ask("divergence_random", {{"paths", 4}, {"group", 64}}), 4, 1e-6);
}

} // namespace lockstep::models
