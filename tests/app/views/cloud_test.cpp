// SPDX-License-Identifier: MIT
#include "app/views/samples/cloud.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::samples {
namespace {

Point point(int pilot, int counted, double time_ns) {
    Point made;
    for (int i = 0; i < pilot + counted; ++i) {
        made.round.push_back(i);
        made.time_ns.push_back(time_ns * (1 + 0.001 * (i % 5)));
        made.flags.push_back(i < pilot ? protocol::sample_pilot : 0);
    }
    return made;
}

TEST(Cloud, PartsPilotCountedAndLeftOut) {
    Point made = point(3, 21, 5e6);
    made.flags[10] |= protocol::sample_disturbed;
    made.flags[12] |= protocol::sample_redraw;
    const Cloud cloud = cloud_of(made);
    ASSERT_EQ(cloud.samples.size(), 24u);
    EXPECT_EQ(cloud.samples[0].fate, Fate::Pilot);
    EXPECT_EQ(cloud.samples[3].fate, Fate::Counted);
    EXPECT_EQ(cloud.samples[10].fate, Fate::LeftOut);
    EXPECT_EQ(cloud.left_out, 2);
    EXPECT_EQ(cloud.pilot_end, 3);
    EXPECT_EQ(cloud.unit, "ms");
    EXPECT_NEAR(cloud.median, 5.01, 0.011);
    EXPECT_LE(cloud.median_low, cloud.median);
    EXPECT_GE(cloud.median_high, cloud.median);
}

TEST(Cloud, LeftOutSamplesDoNotMoveTheMedian) {
    Point made = point(0, 15, 1e3);
    const double before = cloud_of(made).median;
    made.round.push_back(15);
    made.time_ns.push_back(9e9);
    made.flags.push_back(protocol::sample_disturbed);
    EXPECT_DOUBLE_EQ(cloud_of(made).median, before);
    EXPECT_GT(cloud_of(made).high, 1e6);
}

TEST(Cloud, ChoosesTheUnitOfTheMedian) {
    EXPECT_EQ(cloud_of(point(0, 15, 500)).unit, "ns");
    EXPECT_EQ(cloud_of(point(0, 15, 5e4)).unit, "µs");
}

TEST(Cloud, OfNothingHasNoMedian) {
    EXPECT_TRUE(std::isnan(cloud_of({}).median));
    EXPECT_TRUE(std::isnan(cloud_of(point(4, 0, 1e6)).median));
}

TEST(Cloud, ColumnsOfUnequalLengthAreCutToTheShortest) {
    Point made = point(0, 15, 1e6);
    made.flags.resize(9);
    EXPECT_EQ(cloud_of(made).samples.size(), 9u);
}

} // namespace
} // namespace lockstep::samples
