// SPDX-License-Identifier: MIT
// What belongs to a run and what does not.
#include "app/experiment/collect.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::IsNan;

TEST(Collect, IgnoresOtherRunsAndUnknownPoints) {
    PlannedRun plan = planned(shared_part(), machine());
    protocol::Samples samples;
    samples.id = "another";
    samples.round = {1};
    samples.time_ns = {5};
    EXPECT_FALSE(collect(plan.run, samples));
    samples.id = plan.run.id;
    samples.point = 99;
    EXPECT_FALSE(collect(plan.run, samples));
    EXPECT_TRUE(plan.run.points[0].time_ns.empty());
    EXPECT_FALSE(collect(plan.run, protocol::Hello{}));
}

TEST(Collect, KeepsColumnsOfOneLength) {
    PlannedRun plan = planned(shared_part(), machine());
    protocol::Samples samples;
    samples.id = plan.run.id;
    samples.round = {1, 2};
    samples.time_ns = {5, 6};
    ASSERT_TRUE(collect(plan.run, samples));
    samples.round = {3};
    samples.time_ns = {7};
    samples.serial_ns = {2};
    ASSERT_TRUE(collect(plan.run, samples));
    const Point& point = plan.run.points[0];
    EXPECT_EQ(point.time_ns, (std::vector<double>{5, 6, 7}));
    EXPECT_EQ(point.serial_ns, (std::vector<double>{0, 0, 2}));
    EXPECT_EQ(point.busy_ns.size(), 3u);
    EXPECT_EQ(point.flags.size(), 3u);
}

TEST(Collect, ACardsColumnsStayAwayUntilOneSendsThem) {
    PlannedRun plan = planned(shared_part(), machine());
    protocol::Samples samples;
    samples.id = plan.run.id;
    samples.round = {1};
    samples.time_ns = {5};
    ASSERT_TRUE(collect(plan.run, samples));
    const Point& point = plan.run.points[0];
    EXPECT_TRUE(point.kernel_ns.empty());
    samples.round = {2};
    samples.kernel_ns = {4};
    samples.copy_ns = {9};
    ASSERT_TRUE(collect(plan.run, samples));
    samples.round = {3};
    samples.copy_ns.clear();
    ASSERT_TRUE(collect(plan.run, samples));
    EXPECT_THAT(point.kernel_ns, ElementsAre(IsNan(), 4, 4));
    EXPECT_THAT(point.copy_ns, ElementsAre(IsNan(), 9, IsNan()));
}

TEST(Collect, KeepsWhatTheMachineDidToTheRun) {
    PlannedRun plan = planned(shared_part(), machine());
    protocol::Done done;
    done.id = plan.run.id;
    done.remarks = {"The clock jumped."};
    EXPECT_TRUE(collect(plan.run, done));
    EXPECT_EQ(plan.run.remarks, done.remarks);
}

TEST(Collect, KeepsSpansPictureAndEnd) {
    PlannedRun plan = planned(shared_part(), machine());
    protocol::Spans spans;
    spans.id = plan.run.id;
    spans.point = 1;
    spans.time_ns = 3;
    EXPECT_TRUE(collect(plan.run, spans));
    EXPECT_EQ(plan.run.point(1)->spans->time_ns, 3);
    protocol::Picture picture;
    picture.id = plan.run.id;
    picture.point = 1;
    picture.width = 4;
    EXPECT_TRUE(collect(plan.run, picture));
    EXPECT_EQ(plan.run.point(1)->picture->width, 4);
    protocol::Done done;
    done.id = plan.run.id;
    done.cancelled = true;
    EXPECT_TRUE(collect(plan.run, done));
    EXPECT_TRUE(plan.run.finished && plan.run.cancelled);
}

} // namespace
} // namespace lockstep
