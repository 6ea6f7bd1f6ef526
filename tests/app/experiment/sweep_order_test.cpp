// SPDX-License-Identifier: MIT
// Ends and middle first, every value once, and the point of a side.
#include "app/experiment/sweep.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::ElementsAre;

TEST(SweepOrder, EndsAndMiddleComeFirst) {
    EXPECT_THAT(ends_and_middle_first(5), ElementsAre(0, 4, 2, 1, 3));
    EXPECT_THAT(ends_and_middle_first(2), ElementsAre(0, 1));
    EXPECT_THAT(ends_and_middle_first(1), ElementsAre(0));
    EXPECT_TRUE(ends_and_middle_first(0).empty());
    for (std::size_t n = 3; n < 40; ++n) {
        const auto order = ends_and_middle_first(n);
        EXPECT_EQ(std::set<std::size_t>(order.begin(), order.end()).size(), n);
        EXPECT_EQ(order.size(), n);
    }
}

TEST(SweepOrder, ValuesRiseAndAreThereOnce) {
    content::Experiment experiment = shared_part();
    experiment.x_values = {1, 0.5, 0.5, 0};
    EXPECT_THAT(swept_values(experiment, 2), ElementsAre(0, 0.5, 1));
}

TEST(SweepOrder, LanesGoFromNoneToAll) {
    content::Experiment experiment = shared_part();
    experiment.x_values.clear();
    experiment.x_lanes = true;
    // Close together at both ends, where the cost jumps; quarters in between.
    EXPECT_THAT(swept_values(experiment, 2, 8), ElementsAre(0, 1, 2, 4, 6, 7, 8));
}

TEST(SweepOrder, ASideOverWorkersMeansOneWorkerUnlessItSays) {
    content::Experiment experiment = shared_part();
    experiment.x = "p";
    experiment.x_values.clear();
    const PlannedRun plan = planned(experiment, machine(4));
    const Point* one = side_point(plan.run, catalogue(), experiment, {}, "");
    ASSERT_TRUE(one);
    EXPECT_EQ(one->parameters.at("p"), 1);
    EXPECT_EQ(side_point(plan.run, catalogue(), experiment, {{"p", 4}}, "")->parameters.at("p"), 4);
    EXPECT_EQ(side_point(plan.run, catalogue(), experiment, {}, "serial")->variant, "serial");
    EXPECT_FALSE(side_point(plan.run, catalogue(), experiment, {{"p", 3}}, ""));
}

} // namespace
} // namespace lockstep
