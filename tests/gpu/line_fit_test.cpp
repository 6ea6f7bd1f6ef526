// SPDX-License-Identifier: MIT
#include "tests/gpu/line_fit.hpp"

#include <gtest/gtest.h>

namespace lockstep::on_card {
namespace {

const std::vector<double> path_counts{1, 2, 4, 8, 16};

TEST(RelativeLine, FindsTheLineThatThePointsLieOn) {
    std::vector<double> times;
    for (const double k : path_counts)
        times.push_back(30 + 170 * k);
    const auto line = fit_relative_line(path_counts, times);
    ASSERT_TRUE(line);
    EXPECT_NEAR(line->a, 30, 1e-9);
    EXPECT_NEAR(line->s, 170, 1e-9);
    EXPECT_LT(line->largest(), 1e-12);
}

TEST(RelativeLine, LeavesWhatNoLineCanTake) {
    // Through (1, 1) and (3, 3), and a point at (2, 4) whose weight is 1/16: by hand, with
    // w = 1, 1/16, 1/9: sums w 169/144, wx 35/24, wxx 9/4, wy 19/12, wxy 5/2.
    const std::vector<double> x{1, 2, 3}, y{1, 4, 3};
    const auto line = fit_relative_line(x, y);
    ASSERT_TRUE(line);
    const double determinant = 169.0 / 144 * 9 / 4 - 35.0 / 24 * 35 / 24;
    EXPECT_NEAR(line->s, (169.0 / 144 * 5 / 2 - 35.0 / 24 * 19 / 12) / determinant, 1e-12);
    EXPECT_NEAR(line->residuals[1], (4 - (line->a + 2 * line->s)) / 4, 1e-12);
    EXPECT_GT(line->largest(), 0.3);
}

TEST(RelativeLine, APointThatIsOffIsSeenWhereverItLies) {
    // One point is 10 % too high: not all of that can hide in the line.
    for (std::size_t wrong = 0; wrong < path_counts.size(); ++wrong) {
        std::vector<double> times;
        for (const double k : path_counts)
            times.push_back(30 + 170 * k);
        times[wrong] *= 1.10;
        EXPECT_GT(fit_relative_line(path_counts, times)->largest(), 0.03) << wrong;
    }
}

TEST(RelativeLine, WhatIsNoLineIsRefused) {
    const std::vector<double> one{1}, same{2, 2}, times{3, 4}, wrong{3, 0};
    EXPECT_FALSE(fit_relative_line(one, one));
    EXPECT_FALSE(fit_relative_line(same, times));
    EXPECT_FALSE(fit_relative_line(times, wrong));
    EXPECT_FALSE(fit_relative_line(path_counts, times));
}

} // namespace
} // namespace lockstep::on_card
