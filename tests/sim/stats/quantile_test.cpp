// SPDX-License-Identifier: MIT
#include "sim/stats/quantile.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::stats {

TEST(QuantileTest, InterpolatesBetweenOrderStatistics) {
    // What NumPy's percentile and R's type 7 give for the same samples.
    const std::vector<double> samples{7, 1, 3, 10};
    EXPECT_DOUBLE_EQ(quantile(samples, 0), 1);
    EXPECT_DOUBLE_EQ(quantile(samples, 1), 10);
    EXPECT_DOUBLE_EQ(quantile(samples, 0.25), 2.5);
    EXPECT_DOUBLE_EQ(quantile(samples, 0.5), 5);
    EXPECT_DOUBLE_EQ(quantile(samples, 0.9), 7 + 0.7 * 3);
}

TEST(QuantileTest, TheMedianOfAnOddNumberIsOneOfThem) {
    EXPECT_EQ(median(std::vector<double>{0.3, 100, 0.1}), 0.3);
    EXPECT_EQ(median(std::vector<double>{4}), 4);
    EXPECT_EQ(median(std::vector<double>{4, 2}), 3);
}

TEST(QuantileTest, OneWildSampleDoesNotMoveTheMedian) {
    EXPECT_EQ(median(std::vector<double>{1, 1.1, 1.2, 1.3, 1e9}), 1.2);
}

TEST(QuantileTest, NoSamplesHaveNoQuantile) {
    EXPECT_TRUE(std::isnan(median({})));
    EXPECT_TRUE(std::isnan(quantile({}, 0.9)));
}

TEST(QuantileTest, SortingLeavesTheOriginalAlone) {
    const std::vector<double> samples{3, 1, 2};
    EXPECT_EQ(sorted(samples), (std::vector<double>{1, 2, 3}));
    EXPECT_EQ(samples.front(), 3);
}

} // namespace lockstep::stats
