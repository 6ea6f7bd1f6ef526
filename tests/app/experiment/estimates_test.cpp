// SPDX-License-Identifier: MIT
// Marks from samples with known answers.
#include "app/experiment/estimates.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::DoubleNear;
using testing::HasSubstr;

const Estimate& mark_at(const Run& run, double x, std::size_t series = 0) {
    const Estimate* found = run.series[series].at(x);
    EXPECT_TRUE(found);
    return *found;
}

TEST(Estimates, SpeedupsFollowAmdahlWithinTheirIntervals) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    for (const double f : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        const Estimate& mark = mark_at(plan.run, f);
        const double truth = 1 / (1 - f + f / 2);
        EXPECT_LE(mark.low, truth * 1.001);
        EXPECT_GE(mark.high, truth * 0.999);
        EXPECT_LT(mark.low, mark.high);
        EXPECT_EQ(mark.n, 15);
        EXPECT_FALSE(mark.provisional);
        EXPECT_EQ(mark.status, PointStatus::Ok);
        ASSERT_TRUE(mark.f_measured);
        EXPECT_NEAR(*mark.f_measured, f, 1e-9);
    }
}

TEST(Estimates, TheFactorsOfTheMedianPairMultiplyToTheMark) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    for (const Estimate& mark : plan.run.series[0].points) {
        ASSERT_TRUE(mark.factors);
        EXPECT_NEAR(mark.factors->speedup(), mark.value, 1e-12 * mark.value);
    }
}

TEST(Estimates, ACardsFactorsMultiplyToTheMarkAndItsCopiesStandBeside) {
    const lockstep::Run run = card_run();
    ASSERT_EQ(run.series[0].points.size(), 5u);
    for (const Estimate& mark : run.series[0].points) {
        EXPECT_FALSE(mark.factors) << "a card has no workers";
        EXPECT_FALSE(mark.f_measured);
        ASSERT_TRUE(mark.card);
        EXPECT_NEAR(mark.card->speedup(), mark.value, 1e-12 * mark.value);
        EXPECT_NEAR(mark.card->launch, 0.8, 1e-12);
        EXPECT_EQ(mark.card->copy, 1);
        ASSERT_TRUE(mark.copies);
        EXPECT_NEAR(mark.copies->speedup, mark.value / 4, 1e-12 * mark.value);
    }
}

TEST(Estimates, ACardsRelativeTimeIsTheInverseOfItsFactors) {
    lockstep::Run run = card_run();
    run.quantity = "relative_time";
    update_series(run);
    const Estimate& mark = mark_at(run, 0.5);
    EXPECT_NEAR(1 / mark.card->speedup(), mark.value, 1e-12);
}

TEST(Estimates, ThePilotIsProvisionalAndHasNoInterval) {
    PlannedRun plan = planned(shared_part(), machine());
    add_rounds(plan.run, 0, 3, protocol::sample_pilot);
    const Estimate& mark = mark_at(plan.run, 0.5);
    EXPECT_TRUE(mark.provisional);
    EXPECT_EQ(mark.low, mark.value);
    EXPECT_EQ(mark.high, mark.value);
    EXPECT_NEAR(mark.value, 4.0 / 3, 0.01);
    add_rounds(plan.run, 11, 15, 0);
    EXPECT_FALSE(mark_at(plan.run, 0.5).provisional);
    EXPECT_EQ(mark_at(plan.run, 0.5).n, 15);
}

TEST(Estimates, DisturbedRoundsAreLeftOutUpToAQuarter) {
    PlannedRun plan = planned(shared_part(), machine());
    const auto slow = [](const Point& point) {
        return amdahl_time(point) * (point.variant == "serial" ? 1 : 3);
    };
    add_rounds(plan.run, 11, 17, 0);
    add_rounds(plan.run, 28, 4, protocol::sample_disturbed, slow);
    const Estimate& mark = mark_at(plan.run, 0.5);
    EXPECT_EQ(mark.status, PointStatus::Ok);
    EXPECT_EQ(mark.disturbed, 4);
    EXPECT_EQ(mark.n, 17);
    EXPECT_NEAR(mark.value, 4.0 / 3, 0.005);
    EXPECT_LE(mark.with_all, mark.value);
}

TEST(Estimates, MoreThanAQuarterDisturbedCannotDecide) {
    PlannedRun plan = planned(shared_part(), machine());
    add_rounds(plan.run, 11, 7, 0);
    add_rounds(plan.run, 18, 4, protocol::sample_disturbed);
    const Estimate& mark = mark_at(plan.run, 0.5);
    EXPECT_EQ(mark.status, PointStatus::Disturbed);
    EXPECT_THAT(mark.reason, HasSubstr("4 of 11 rounds"));
}

TEST(Estimates, SamplesThatARedrawTouchedAreTakenAgain) {
    PlannedRun plan = planned(shared_part(), machine());
    const auto slow = [](const Point& point) { return amdahl_time(point) * 5; };
    add_rounds(plan.run, 11, 15, 0);
    const double before = mark_at(plan.run, 0.5).value;
    add_rounds(plan.run, 26, 4, protocol::sample_redraw, slow);
    EXPECT_EQ(mark_at(plan.run, 0.5).value, before);
    EXPECT_EQ(mark_at(plan.run, 0.5).n, 15);
}

TEST(Estimates, AWrongOrUnavailablePointHasNoValue) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    protocol::PointState state;
    state.id = plan.run.id;
    state.point = plan.run.planned[0].points[2].point;
    state.status = PointStatus::Wrong;
    state.reason = "its result differs from serial";
    ASSERT_TRUE(collect(plan.run, state));
    EXPECT_EQ(mark_at(plan.run, 0.5).status, PointStatus::Wrong);
    EXPECT_EQ(mark_at(plan.run, 0.5).n, 0);
    EXPECT_EQ(mark_at(plan.run, 0.5).reason, state.reason);
    EXPECT_EQ(mark_at(plan.run, 0.25).status, PointStatus::Ok);
}

TEST(Estimates, RelativeTimeIsTheInverse) {
    content::Experiment experiment = shared_part();
    experiment.quantity = content::Quantity::RelativeTime;
    PlannedRun plan = planned(experiment, machine());
    fill_run(plan.run);
    const Estimate& mark = mark_at(plan.run, 0.5);
    EXPECT_NEAR(mark.value, 0.75, 0.004);
    EXPECT_NEAR(1 / mark.factors->speedup(), mark.value, 1e-12);
}

/// A run of two ways of measuring, whose work takes 1 ms: the first claims so much of it.
PlannedRun run_of_claims(double times) {
    content::Experiment experiment = shared_part();
    experiment.quantity = content::Quantity::Claimed;
    PlannedRun plan = planned(experiment, machine());
    fill_run(plan.run, [](const Point& point) { return point.variant == "serial" ? 1e6 : 9e6; });
    for (Point& point : plan.run.points)
        if (point.variant != "serial")
            for (std::size_t i = 0; i < point.time_ns.size(); ++i)
                point.claimed_ns.push_back(times * point.time_ns[i] / 9 * (i % 5 == 4 ? 3 : 1));
    update_series(plan.run);
    return plan;
}

TEST(Estimates, AClaimIsHeldAgainstWhatTheWorkTook) {
    const PlannedRun plan = run_of_claims(2);
    const Estimate& mark = mark_at(plan.run, 0.5);
    EXPECT_NEAR(mark.value, 2, 0.05) << "not the 9 ms that the measuring took";
    EXPECT_EQ(mark.n, 15);
    EXPECT_LE(mark.low, mark.value);
    EXPECT_FALSE(mark.factors) << "whatever it did with its time";
    const Point& claimed = *plan.run.point(mark.point);
    const Point& real = *plan.run.point(mark.baseline);
    EXPECT_NEAR(compare_points(plan.run, claimed, real).value, 2, 0.05);
}

TEST(Estimates, AClaimOfNothingIsAClaim) {
    const PlannedRun plan = run_of_claims(0);
    const Estimate& mark = mark_at(plan.run, 0.5);
    EXPECT_EQ(mark.value, 0);
    EXPECT_EQ(mark.high, 0);
    EXPECT_EQ(mark.n, 15);
    EXPECT_FALSE(mark.provisional);
}

TEST(Estimates, ARateIsItemsOverTime) {
    content::Experiment experiment = shared_part();
    experiment.quantity = content::Quantity::Rate;
    experiment.unit = "Gflop/s";
    experiment.baseline = "";
    PlannedRun plan = planned(experiment, machine());
    fill_run(plan.run, [](const Point&) { return 50.0; });
    for (Point& point : plan.run.points)
        point.items = value_of(point.parameters, "f", 0) < 0.6 ? 100 : 300;
    update_series(plan.run);
    EXPECT_NEAR(mark_at(plan.run, 0.5).value, 2, 0.05) << "100 items in 50 ns";
    EXPECT_NEAR(mark_at(plan.run, 1.0).value, 6, 0.15);
    EXPECT_LT(mark_at(plan.run, 0.5).low, mark_at(plan.run, 0.5).high);
    const Point& fast = *plan.run.point(mark_at(plan.run, 1.0).point);
    const Point& slow = *plan.run.point(mark_at(plan.run, 0.5).point);
    EXPECT_NEAR(compare_points(plan.run, fast, slow).value, 3, 0.1) << "more is faster";
}

TEST(Estimates, TimePerItemIsInItsUnit) {
    content::Experiment experiment = shared_part();
    experiment.quantity = content::Quantity::TimePerItem;
    experiment.unit = "us";
    PlannedRun plan = planned(experiment, machine());
    fill_run(plan.run);
    const Estimate& mark = mark_at(plan.run, 1.0); // 0.5 ms for 100 items
    EXPECT_NEAR(mark.value, 5.0, 0.05);
    EXPECT_TRUE(mark.factors);
    EXPECT_LT(mark.low, mark.high);
}

TEST(Estimates, AJobForEachWorkerIsNoSlowerWork) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run, [](const Point&) { return 1e6; });
    const stats::GapFactors shared = *mark_at(plan.run, 1.0).factors;
    EXPECT_NEAR(shared.speedup(), 1, 0.02);
    for (Point& point : plan.run.points)
        if (point.variant != "serial")
            point.jobs = 2;
    update_series(plan.run);
    const stats::GapFactors own = *mark_at(plan.run, 1.0).factors;
    EXPECT_NEAR(own.rate, 2 * shared.rate, 1e-9) << "twice the work was done";
    EXPECT_NEAR(own.speedup(), 2 * shared.speedup(), 1e-9);
    EXPECT_NEAR(mark_at(plan.run, 1.0).value, 1, 0.02) << "the mark is of times, not of jobs";
}

TEST(Estimates, ATimeNeedsNoBaseline) {
    content::Experiment experiment = shared_part();
    experiment.quantity = content::Quantity::TimePerItem;
    experiment.unit = "ns";
    experiment.baseline.clear();
    PlannedRun plan = planned(experiment, machine());
    EXPECT_EQ(plan.request.points.size(), 5u);
    fill_run(plan.run);
    EXPECT_NEAR(mark_at(plan.run, 1.0).value, 5000, 50);
    EXPECT_FALSE(mark_at(plan.run, 1.0).factors);
}

TEST(Estimates, ComparesTwoPointsByTheirRounds) {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    const Point& half = *plan.run.point(mark_at(plan.run, 0.5).point);
    const Point& none = *plan.run.point(mark_at(plan.run, 0.0).point);
    const Estimate ratio = compare_points(plan.run, half, none);
    EXPECT_NEAR(ratio.value, 4.0 / 3, 0.005);
    EXPECT_GT(ratio.low, 1.3);
    const Estimate same = compare_points(plan.run, half, half);
    EXPECT_DOUBLE_EQ(same.value, 1);
}

TEST(Estimates, NotesAFasterVariantOfOneThread) {
    content::Experiment experiment = shared_part();
    experiment.variants = {"multicore", "simd"};
    PlannedRun plan = planned(experiment, machine());
    fill_run(plan.run);
    EXPECT_EQ(faster_than_baseline(plan.run), "");
    plan = planned(experiment, machine());
    fill_run(plan.run, [](const Point& point) {
        return amdahl_time(point) * (point.variant == "simd" ? 0.2 : 1);
    });
    EXPECT_EQ(faster_than_baseline(plan.run), "simd");
}

TEST(Estimates, UnitsOfTime) {
    EXPECT_EQ(nanoseconds_per("ns"), 1);
    EXPECT_EQ(nanoseconds_per("us"), 1e3);
    EXPECT_EQ(nanoseconds_per("ms"), 1e6);
    EXPECT_EQ(nanoseconds_per("s"), 1e9);
}

} // namespace
} // namespace lockstep
