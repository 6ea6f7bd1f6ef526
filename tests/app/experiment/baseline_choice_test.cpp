// SPDX-License-Identifier: MIT
// The same rounds, compared with another variant of one thread.
#include "app/experiment/baseline_choice.hpp"

#include "tests/app/experiment/support.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

content::Experiment with_simd() {
    content::Experiment experiment = shared_part();
    experiment.variants = {"multicore", "simd"};
    return experiment;
}

/// Vector lanes take a fifth of the time of one lane.
Run run_of(const content::Experiment& experiment) {
    PlannedRun plan = planned(experiment, machine());
    fill_run(plan.run, [](const Point& point) {
        return amdahl_time(point) * (point.variant == "simd" ? 0.2 : 1);
    });
    plan.run.finished = true;
    return plan.run;
}

TEST(BaselineChoice, AFasterVariantOfOneThreadIsOffered) {
    const content::Experiment experiment = with_simd();
    lockstep::Run run = run_of(experiment);
    EXPECT_EQ(other_baseline(run, experiment), "simd");
    run.finished = false;
    EXPECT_EQ(other_baseline(run, experiment), "") << "not before all marks are there";
    content::Experiment alone = experiment;
    alone.variants = {"simd"};
    EXPECT_EQ(other_baseline(run_of(alone), alone), "") << "to be faster is its whole point";
}

TEST(BaselineChoice, TheMarksAreComparedWithItAndBackAgain) {
    const content::Experiment experiment = with_simd();
    lockstep::Run run = run_of(experiment);
    const double before = run.series[0].at(1.0)->value;
    EXPECT_NEAR(before, 2, 0.02) << "all of it shared by two workers";
    compare_with(run, "simd");
    EXPECT_EQ(run.baseline, "simd");
    EXPECT_NEAR(run.series[0].at(1.0)->value, 0.4, 0.01) << "one core with lanes is faster";
    EXPECT_NEAR(run.series[1].at(0.5)->value, 1, 1e-9) << "against itself";
    EXPECT_EQ(other_baseline(run, experiment), "serial") << "the way back";
    compare_with(run, "serial");
    EXPECT_EQ(run.series[0].at(1.0)->value, before);
    EXPECT_EQ(other_baseline(run, experiment), "simd");
}

TEST(BaselineChoice, WhatIsCountedOrComparedWithNothingHasNone) {
    content::Experiment experiment = with_simd();
    lockstep::Run run = run_of(experiment);
    run.baseline.clear();
    experiment.quantity = content::Quantity::Count;
    EXPECT_EQ(other_baseline(run, experiment), "") << "counts have no baseline";
    experiment.quantity = content::Quantity::TimePerItem;
    experiment.baseline.clear();
    EXPECT_EQ(other_baseline(run, experiment), "");
    experiment.baseline = "autovec";
    EXPECT_EQ(other_baseline(run, experiment), "") << "it was not timed in this run";
}

TEST(BaselineChoice, AVariantThatWasNotTimedChangesNoMark) {
    const content::Experiment experiment = with_simd();
    lockstep::Run run = run_of(experiment);
    const double before = run.series[0].at(1.0)->value;
    compare_with(run, "autovec");
    EXPECT_EQ(run.series[0].at(1.0)->value, before);
}

} // namespace
} // namespace lockstep
