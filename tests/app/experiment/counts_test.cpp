// SPDX-License-Identifier: MIT
#include "app/experiment/counts.hpp"
#include "app/experiment/estimates.hpp"
#include "tests/app/experiment/counted.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

Point counted(int id, double of, double per) {
    Point point;
    point.id = id;
    point.simulated = true;
    point.items = 8;
    point.counted.emplace();
    point.counted->counters = {{"atomics", of}, {"branches", per}};
    return point;
}

lockstep::Run run_of(const std::string& quantity, const std::string& per = "branches") {
    lockstep::Run run;
    run.quantity = quantity;
    run.count = CountedQuantity{"atomics", per, ""};
    run.points = {counted(0, 12, 4), counted(1, 6, 4), counted(2, 0, 4), counted(3, 0, 0)};
    return run;
}

TEST(Counts, OfPerCounterItemOrOne) {
    EXPECT_EQ(count_of(run_of("count"), counted(0, 12, 4)), 3);
    EXPECT_EQ(count_of(run_of("count", "item"), counted(0, 12, 4)), 1.5);
    EXPECT_EQ(count_of(run_of("count", ""), counted(0, 12, 4)), 12);
    EXPECT_EQ(count_of(run_of("count"), counted(0, 0, 0)), 0) << "nothing of nothing";
    EXPECT_FALSE(count_of(run_of("count"), counted(0, 12, 0)));
    EXPECT_FALSE(count_of(run_of("count", "barriers"), counted(0, 12, 4))) << "no such counter";
    EXPECT_FALSE(count_of(run_of("count"), Point{})) << "not counted yet";
}

TEST(Counts, AMarkIsExactAndHasNoFactors) {
    Estimate mark;
    mark.x = 5;
    mark.point = 0;
    const Estimate made = counted_estimate(run_of("count"), mark);
    EXPECT_EQ(made.x, 5);
    EXPECT_EQ(made.value, 3);
    EXPECT_EQ(made.low, made.high);
    EXPECT_EQ(made.n, 1);
    EXPECT_FALSE(made.provisional || made.factors);
}

TEST(Counts, StandOnTheAxisOfTheTimes) {
    Estimate mark;
    mark.point = 0;
    mark.baseline = 1;
    EXPECT_EQ(estimate(run_of("relative_time"), mark).value, 2);
    EXPECT_EQ(estimate(run_of("speedup"), mark).value, 0.5);
    mark.baseline = 2; // which counts 0
    EXPECT_EQ(estimate(run_of("relative_time"), mark).status, PointStatus::Unavailable);
    mark.baseline = -1;
    EXPECT_EQ(estimate(run_of("relative_time"), mark).n, 0) << "its baseline is not there yet";
}

TEST(Counts, SidesOfAComparison) {
    const lockstep::Run run = run_of("count");
    EXPECT_EQ(compare_points(run, run.points[0], run.points[1]).value, 2);
    EXPECT_EQ(compare_points(run, run.points[2], run.points[3]).value, 1) << "both are 0";
    EXPECT_TRUE(std::isinf(compare_points(run, run.points[0], run.points[2]).value));
    EXPECT_EQ(compare_points(run, run.points[0], Point{}).n, 0) << "a count with a time";
}

TEST(Counts, AWrongResultHasNone) {
    lockstep::Run run = run_of("count");
    run.points[0].status = PointStatus::Wrong;
    run.points[0].reason = "Its result is not the serial variant's.";
    Estimate mark;
    mark.point = 0;
    const Estimate made = counted_estimate(run, mark);
    EXPECT_EQ(made.status, PointStatus::Wrong);
    EXPECT_EQ(made.n, 0);
}

TEST(Counts, Digits) {
    EXPECT_EQ(count_digits(4), "4");
    EXPECT_EQ(count_digits(0.8125), "0.8125");
    EXPECT_EQ(count_digits(17.9142857), "17.9");
    EXPECT_EQ(count_digits(98304), "98304");
    EXPECT_EQ(count_digits(29633152), "29600000");
    EXPECT_EQ(count_digits(1.9987), "2");
}

} // namespace
} // namespace lockstep
