// SPDX-License-Identifier: MIT
// A machine that throttles half-way is found out; one that is only noisy is not.
#include "sim/stats/drift.hpp"

#include "noise.hpp"
#include "sim/stats/interval.hpp"

#include <gtest/gtest.h>

namespace lockstep::stats {

static std::vector<double> times(Random& random, int n, double sigma, double slower_from,
                                 double slower) {
    std::vector<double> made;
    for (int i = 0; i < n; ++i)
        made.push_back(lognormal(random, sigma) * (i >= slower_from * n ? slower : 1));
    return made;
}

TEST(Drift, AMachineThatThrottlesHalfWayIsFoundOut) {
    Random random(1);
    for (const int n : {15, 21, 101}) {
        const auto drift = find_drift(times(random, n, 0.01, 0.5, 1.8));
        ASSERT_TRUE(drift) << n;
        EXPECT_NEAR(drift->ratio, 1.8, 0.05);
        EXPECT_LE(drift->low, 1.8);
        EXPECT_GE(drift->high, 1.8);
    }
    const auto faster = find_drift(times(random, 51, 0.01, 0.5, 0.7));
    ASSERT_TRUE(faster);
    EXPECT_NEAR(faster->ratio, 0.7, 0.02);
}

TEST(Drift, ARatioOfSidesTimedInTurnIsNotTouched) {
    Random random(2);
    const auto a = times(random, 51, 0.01, 0.5, 1.8);
    auto b = times(random, 51, 0.01, 0.5, 1.8);
    for (double& time : b)
        time *= 2;
    const Interval ratio = ratio_interval(b, a);
    EXPECT_TRUE(ratio.contains(2)) << ratio.low << " " << ratio.high;
    EXPECT_LT(ratio.high - ratio.low, 0.05);
}

TEST(Drift, NoiseIsSeldomTakenForIt) {
    Random random(3);
    int found = 0;
    for (int i = 0; i < 1000; ++i)
        found += find_drift(times(random, 31, 0.3, 1, 1)) ? 1 : 0;
    EXPECT_LT(found, 80) << "one in twenty, as the interval promises";
}

TEST(Drift, ALittleOrTooFewIsNotSaid) {
    Random random(4);
    EXPECT_FALSE(find_drift(times(random, 101, 0.001, 0.5, 1.04)));
    EXPECT_FALSE(find_drift(times(random, 14, 0.001, 0.5, 2)));
    EXPECT_FALSE(find_drift({}));
}

TEST(CommonCourse, SidesOfAnyLengthSpeakAlike) {
    const std::vector<std::vector<double>> sides{{1, 1, 2}, {1e6, 1e6, 2e6}};
    const auto course = common_course(sides);
    ASSERT_EQ(course.size(), 3u);
    EXPECT_NEAR(course[2] / course[0], 2, 1e-12);
}

TEST(CommonCourse, WhatIsMissingIsLeftOut) {
    const std::vector<std::vector<double>> sides{{0, 3, 3, 0}, {}, {5, 0, 5, 0}};
    const auto course = common_course(sides);
    ASSERT_EQ(course.size(), 3u) << "nobody was timed in the last round";
    for (const double time : course)
        EXPECT_NEAR(time, 1, 1e-12);
    EXPECT_TRUE(common_course({}).empty());
}

} // namespace lockstep::stats
