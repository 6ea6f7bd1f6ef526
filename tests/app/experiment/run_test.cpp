// SPDX-License-Identifier: MIT
// Finding a mark by its x and a point by its number.
#include "app/experiment/run.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(Run, FindsAMarkWhoseXDiffersInTheLastBits) {
    Series series;
    series.points.resize(2);
    series.points[0].x = 0.1 + 0.2;
    series.points[1].x = 1000;
    ASSERT_TRUE(series.at(0.3));
    EXPECT_EQ(series.at(0.3), &series.points[0]);
    EXPECT_EQ(series.at(1000), &series.points[1]);
    EXPECT_FALSE(series.at(0.31));
}

TEST(Run, FindsAPointByItsNumber) {
    lockstep::Run run;
    run.points.resize(2);
    run.points[1].id = 7;
    EXPECT_EQ(run.point(7), &run.points[1]);
    EXPECT_FALSE(run.point(3));
}

TEST(Run, ProvenancesHaveNames) {
    EXPECT_EQ(name_of(Provenance::Measured), "measured");
    EXPECT_EQ(name_of(Provenance::Recorded), "recorded");
    EXPECT_EQ(name_of(Provenance::Simulated), "simulated");
    EXPECT_EQ(name_of(Provenance::Model), "model");
    EXPECT_EQ(name_of(Provenance::Predicted), "predicted");
}

} // namespace
} // namespace lockstep
