// SPDX-License-Identifier: MIT
// Unpaired comparison of two runs: on made-up runs, and its coverage on simulated days whose true
// ratio is known.
#include "app/experiment/compare_runs.hpp"
#include "app/experiment/estimates.hpp"
#include "sim/stats/quantile.hpp"
#include "tests/app/experiment/counted.hpp"
#include "tests/sim/stats/noise.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::IsEmpty;

lockstep::Run made(content::Experiment experiment, double slower = 1) {
    PlannedRun plan = planned(experiment, machine());
    fill_run(plan.run, [slower](const Point& point) {
        return point.variant == "multicore" ? slower * amdahl_time(point) : amdahl_time(point);
    });
    return plan.run;
}

const Estimate& mark_at(const lockstep::Run& run, double x) {
    return *run.series.front().at(x);
}

TEST(CompareRuns, TheValuesOfTheRoundsAreThoseThatTheMarkIsTheMedianOf) {
    for (const auto quantity : {content::Quantity::Speedup, content::Quantity::RelativeTime,
                                content::Quantity::TimePerItem}) {
        content::Experiment experiment = shared_part();
        experiment.quantity = quantity;
        experiment.unit = quantity == content::Quantity::TimePerItem ? "us" : "";
        const lockstep::Run run = made(experiment);
        for (const double x : {0.25, 0.5, 1.0}) {
            const auto values = round_values(run, mark_at(run, x)).values;
            ASSERT_EQ(values.size(), 15u);
            EXPECT_NEAR(stats::median(values) / mark_at(run, x).value, 1, 1e-12) << x;
        }
    }
}

TEST(CompareRuns, DisturbedRoundsAreLeftOutAsTheMarkLeavesThemOut) {
    lockstep::Run run = made(shared_part());
    for (Point& point : run.points)
        point.flags.back() |= protocol::sample_disturbed;
    update_series(run);
    const Estimate& mark = mark_at(run, 0.5);
    EXPECT_EQ(mark.disturbed, 1);
    EXPECT_EQ(round_values(run, mark).values.size(), 14u);
}

TEST(CompareRuns, AFactorBetweenTwoDaysIsFound) {
    const lockstep::Run now = made(shared_part()), then = made(shared_part(), 1.1);
    const Unpaired more = compare_unpaired(now, mark_at(now, 0.5), then, mark_at(then, 0.5));
    EXPECT_EQ(more.verdict, Unpaired::Verdict::More);
    EXPECT_NEAR(more.ratio, 1.1, 0.01);
    EXPECT_LT(more.low, 1.1);
    EXPECT_GT(more.high, 1.1);
    const Unpaired less = compare_unpaired(then, mark_at(then, 0.5), now, mark_at(now, 0.5));
    EXPECT_EQ(less.verdict, Unpaired::Verdict::Less);
    EXPECT_NEAR(less.ratio * more.ratio, 1, 1e-9);
    const Unpaired same = compare_unpaired(now, mark_at(now, 0.5), now, mark_at(now, 0.5));
    EXPECT_EQ(same.verdict, Unpaired::Verdict::Same);
}

TEST(CompareRuns, SaysItInWordsWithTheDigitsOfTheIntervals) {
    Estimate now, then;
    now.value = 1.8812;
    now.low = 1.87;
    now.high = 1.89;
    then.value = 1.7204;
    then.low = 1.71;
    then.high = 1.73;
    Unpaired difference{Unpaired::Verdict::More, 1.0935, 1.0512, 1.1341, false, {}};
    EXPECT_EQ(unpaired_sentence(now, then, difference),
              "this run 1.88, that one 1.72: 1.09 times as much (unpaired, 1.05 to 1.13)");
    difference = {Unpaired::Verdict::Same, 1.003, 0.972, 1.0391, false, {}};
    EXPECT_EQ(unpaired_words(difference), "not distinguishable (unpaired, 0.97 to 1.04)");
}

TEST(CompareRuns, WhatCannotBeDecidedSaysWhy) {
    const lockstep::Run now = made(shared_part());
    lockstep::Run then = now;
    const auto words = [&](const Estimate& other) {
        const Unpaired difference = compare_unpaired(now, mark_at(now, 0.5), then, other);
        EXPECT_EQ(difference.verdict, Unpaired::Verdict::Undecided);
        return unpaired_words(difference);
    };
    Estimate other = mark_at(then, 0.5);
    other.status = PointStatus::Disturbed;
    EXPECT_THAT(words(other), HasSubstr("disturbed"));
    other.status = PointStatus::Wrong;
    EXPECT_THAT(words(other), HasSubstr("wrong result"));
    other.status = PointStatus::Unavailable;
    EXPECT_THAT(words(other), HasSubstr("not available"));
    other = mark_at(then, 0.5);
    other.provisional = true;
    EXPECT_THAT(words(other), HasSubstr("too few rounds"));
    other = mark_at(then, 0.5);
    other.point = -1; // a file whose samples are gone
    EXPECT_THAT(words(other), HasSubstr("too few rounds"));
    for (Point& point : then.points) { // five rounds admit no interval
        const std::vector<double> times = point.time_ns;
        point.time_ns.assign(times.end() - 5, times.end());
        point.round.assign({1, 2, 3, 4, 5});
        point.flags.assign(5, 0);
    }
    EXPECT_THAT(words(mark_at(then, 0.5)), HasSubstr("too few rounds"));
}

TEST(CompareRuns, OfThePilotAloneNothingIsCompared) {
    PlannedRun plan = planned(shared_part(), machine());
    add_rounds(plan.run, 0, 11, protocol::sample_pilot);
    EXPECT_THAT(round_values(plan.run, mark_at(plan.run, 0.5)).values, IsEmpty());
}

TEST(CompareRuns, CountsAreTheSameOrNot) {
    PlannedRun plan = plan_counted(counting());
    fill_counts(plan.run, plan.simulation);
    lockstep::Run other = plan.run;
    const Estimate& mark = mark_at(plan.run, 0.5);
    EXPECT_EQ(unpaired_words(compare_unpaired(plan.run, mark, other, mark_at(other, 0.5))),
              "the same count");
    other.series[0].points[2].value = mark.value / 2;
    const Unpaired twice = compare_unpaired(plan.run, mark, other, mark_at(other, 0.5));
    EXPECT_EQ(twice.verdict, Unpaired::Verdict::More);
    EXPECT_EQ(unpaired_words(twice), "2 times as much, counted");
    EXPECT_THAT(round_values(plan.run, mark).values, IsEmpty());
}

TEST(CompareRuns, TheSameMarkIsThatOfTheSameVariantAndX) {
    const lockstep::Run now = made(shared_part());
    EXPECT_EQ(same_mark(now, now.series[0], 0.5), &now.series[0].points[2]);
    EXPECT_EQ(same_mark(now, now.series[0], 0.6), nullptr);
    Series other = now.series[0];
    other.variant = "simd";
    EXPECT_EQ(same_mark(now, other, 0.5), nullptr);
}

/// A day on which every round is slowed by what its two sides share, and each side by a little of
/// its own; `faster` is how much faster the variant truly is than on another day.
lockstep::Run day(const PlannedRun& plan, Random& random, double faster) {
    lockstep::Run run = plan.run;
    for (Point& point : run.points)
        point.status = PointStatus::Ok;
    std::vector<double> common;
    for (int round = 0; round < 21; ++round)
        common.push_back(stats::lognormal(random, 0.2));
    for (Point& point : run.points) {
        const double wall = amdahl_time(point) / (point.variant == "multicore" ? faster : 1);
        for (int round = 0; round < 21; ++round) {
            point.round.push_back(round);
            point.flags.push_back(0);
            point.time_ns.push_back(wall * common[static_cast<std::size_t>(round)] *
                                    stats::lognormal(random, 0.05));
        }
    }
    run.series = run.planned;
    update_series(run);
    return run;
}

TEST(CompareRuns, TheIntervalHoldsTheTrueRatioOfSimulatedDays) {
    content::Experiment one = shared_part();
    one.x_values = {0.5};
    const PlannedRun plan = planned(one, machine());
    Random random(5);
    constexpr int trials = 1000;
    int held = 0, told = 0;
    for (int i = 0; i < trials; ++i) {
        const lockstep::Run now = day(plan, random, 1.05), then = day(plan, random, 1);
        const Unpaired found = compare_unpaired(now, mark_at(now, 0.5), then, mark_at(then, 0.5));
        held += found.low <= 1.05 && 1.05 <= found.high;
        const lockstep::Run again = day(plan, random, 1);
        told += compare_unpaired(then, mark_at(then, 0.5), again, mark_at(again, 0.5)).differs();
    }
    std::printf("coverage, unpaired speedups: %.3f; equal days told apart: %.3f\n",
                held / double(trials), told / double(trials));
    // Price and Bonett's interval covers 0.94 to 0.97 at 21 samples, and a memory that is seen by
    // chance widens some; five standard errors round that.
    EXPECT_GT(held, 0.915 * trials);
    EXPECT_LT(held, 0.985 * trials);
    EXPECT_LT(told, 0.085 * trials);
    EXPECT_GT(told, 0.012 * trials);
}

} // namespace
} // namespace lockstep
