// SPDX-License-Identifier: MIT
// Which axes a run gets, and how far they go.
#include "app/experiment/estimates.hpp"
#include "app/experiment/plot_svg.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

Estimate mark(double x, double value) {
    Estimate made;
    made.x = x;
    made.value = value;
    return made;
}

lockstep::Run filled(const content::Experiment& experiment) {
    PlannedRun plan = planned(experiment, machine());
    fill_run(plan.run);
    return plan.run;
}

TEST(PlotPicture, EveryMarkLiesInsideTheAxes) {
    content::Experiment experiment = shared_part();
    experiment.x_percent = true;
    const lockstep::Run run = filled(experiment);
    const PlotPicture picture = plot_picture(run, {&experiment, nullptr, {}});
    EXPECT_TRUE(picture.x.percent);
    EXPECT_EQ(picture.baseline, 1.0);
    EXPECT_EQ(picture.x.ticks, (std::vector<double>{0, 0.25, 0.5, 0.75, 1}));
    ASSERT_EQ(picture.series.size(), 1u);
    ASSERT_EQ(picture.series[0].marks.size(), 5u);
    for (const PlotMark& mark : picture.series[0].marks) {
        EXPECT_LT(picture.x.low, mark.x);
        EXPECT_GT(picture.x.high, mark.x);
        EXPECT_GT(picture.y.high, mark.high);
        EXPECT_LE(picture.y.low, mark.low);
    }
}

TEST(PlotPicture, OfTimesHasTheBaselinesTimeAsItsLine) {
    content::Experiment experiment = shared_part();
    experiment.quantity = content::Quantity::TimePerItem;
    experiment.unit = "us";
    lockstep::Run run = filled(experiment);
    const Point& serial = *run.point(run.series[0].points[0].baseline);
    const PlotPicture picture = plot_picture(run, {&experiment, nullptr, {}});
    ASSERT_TRUE(picture.baseline);
    EXPECT_NEAR(*picture.baseline, time_of(run, serial).value / serial.items / 1000, 1e-9);
    for (Estimate& mark : run.series[0].points)
        mark.baseline = -1;
    EXPECT_FALSE(plot_picture(run, {&experiment, nullptr, {}}).baseline);
}

TEST(PlotPicture, ASweepOverWorkersDoublesAndHasItsZoneBeyond) {
    content::Experiment experiment = shared_part();
    experiment.x = "p";
    experiment.x_values = {1, 2};
    experiment.sliders.clear();
    const lockstep::Run run = filled(experiment);
    Series model;
    model.provenance = Provenance::Model;
    model.points = {mark(1, 1), mark(64, 1.9)};
    const PlotPicture picture = plot_picture(run, {nullptr, nullptr, {model}});
    EXPECT_TRUE(picture.x.doubling);
    EXPECT_TRUE(picture.y.doubling);
    EXPECT_EQ(picture.beyond_x, 2);
    EXPECT_GT(picture.x.high, 64);
    EXPECT_GT(picture.y.low, 0);
}

TEST(PlotPicture, AnIntervalWithoutEndDoesNotFlattenTheRest) {
    content::Experiment experiment = shared_part();
    lockstep::Run run = filled(experiment);
    run.series[0].points[1].high = 1e6;
    EXPECT_LT(plot_picture(run, {&experiment, nullptr, {}}).y.high, 4);
}

TEST(PlotPicture, ARunFromAFileIsRecordedAndSaysOfWhere) {
    content::Experiment experiment = shared_part();
    lockstep::Run run = filled(experiment);
    run.from_file = true;
    run.origin = "16 cores, 2026-11-20";
    const PlotPicture picture = plot_picture(run, {&experiment, nullptr, {}});
    EXPECT_EQ(picture.series[0].provenance, Provenance::Recorded);
    EXPECT_EQ(picture.series[0].label, "multicore (recorded: 16 cores, 2026-11-20)");
}

TEST(PlotPicture, ARunLaidOverKeepsItsOwnLabel) {
    content::Experiment experiment = shared_part();
    lockstep::Run run = filled(experiment);
    run.origin = "2 cores, 2026-11-26";
    Series laid = run.series[0];
    laid.provenance = Provenance::Recorded;
    laid.label = "multicore (recorded: 16 cores, 2026-11-20)";
    const PlotPicture picture = plot_picture(run, {&experiment, nullptr, {laid}});
    EXPECT_EQ(picture.series[0].label, laid.label);
    EXPECT_EQ(picture.series[0].provenance, Provenance::Recorded);
    EXPECT_EQ(picture.series[1].provenance, Provenance::Measured);
}

TEST(PlotPicture, ARunWithoutAMarkHasAxesToo) {
    const lockstep::Run run;
    const PlotPicture picture = plot_picture(run, {});
    EXPECT_LT(picture.x.low, picture.x.high);
    EXPECT_LT(picture.y.low, picture.y.high);
}

} // namespace
} // namespace lockstep
