// SPDX-License-Identifier: MIT
#include "app/experiment/simulate_points.hpp"
#include "tests/app/experiment/counted.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::ElementsAre;

TEST(SimulatePoints, ACountTimesNothing) {
    const PlannedRun plan = plan_counted(counting());
    EXPECT_TRUE(plan.request.points.empty());
    EXPECT_EQ(plan.simulation.id, plan.run.id);
    EXPECT_EQ(plan.run.quantity, "count");
    EXPECT_EQ(plan.run.count->words, "sectors a request");
    ASSERT_EQ(plan.run.planned.size(), 1u);
    EXPECT_EQ(plan.run.planned[0].provenance, Provenance::Simulated);
    EXPECT_TRUE(plan.run.series[0].points.empty()) << "nothing is known yet";
    std::vector<double> order;
    for (const auto& point : plan.simulation.points)
        order.push_back(point.parameters.at("f"));
    EXPECT_THAT(order, ElementsAre(0, 1, 0.5, 0.25, 0.75));
    EXPECT_FALSE(plan.simulation.points[0].parameters.contains("p")) << "a kernel has no workers";
    EXPECT_GT(plan.simulation.total_s, 0);
}

TEST(SimulatePoints, NamesTheCardThatIsChosen) {
    EXPECT_TRUE(plan_counted(counting()).simulation.device.empty());
    CountedScene scene;
    simt::Device card;
    card.id = "h200";
    card.sms = 132;
    scene.session.cards = {card};
    scene.act(command::NoIdea{"curve"});
    scene.act(command::StartRun{"main"});
    ASSERT_EQ(scene.effects.simulations.size(), 1u);
    EXPECT_EQ(scene.effects.simulations[0].device.at("sms"), 132);
}

TEST(SimulatePoints, ASizeOfItsOwn) {
    content::Experiment experiment = beside_time();
    experiment.simulated->set = {{"piece_us", 7}};
    const PlannedRun plan = plan_counted(experiment);
    ASSERT_FALSE(plan.simulation.points.empty());
    for (const auto& point : plan.simulation.points)
        EXPECT_EQ(point.parameters.at("piece_us"), 7);
    for (const auto& point : plan.request.points)
        EXPECT_NE(value_of(point.parameters, "piece_us", 0), 7) << "what is timed differs";
}

TEST(SimulatePoints, BesideATimeEachHasABaselineOfItsKind) {
    const PlannedRun plan = plan_counted(beside_time());
    EXPECT_FALSE(plan.request.points.empty());
    ASSERT_EQ(plan.run.planned.size(), 2u);
    const Series& counted = plan.run.planned[1];
    EXPECT_EQ(counted.key(), "cuda_1 simulated");
    const Point* base = plan.run.point(counted.points[2].baseline);
    ASSERT_TRUE(base);
    EXPECT_TRUE(base->simulated);
    EXPECT_EQ(base->variant, "cuda_1") << "the kernel itself";
    EXPECT_EQ(base->parameters.at("f"), 0);
    EXPECT_EQ(plan.simulation.points.size(), 5u) << "the baseline is a point of the sweep";
    for (const auto& point : plan.request.points)
        EXPECT_EQ(point.variant, "simd");
}

TEST(SimulatePoints, AnotherKernelMayBeTheBaseline) {
    content::Experiment experiment = beside_time();
    experiment.simulated->baseline = "cuda_2";
    const PlannedRun plan = plan_counted(experiment);
    EXPECT_EQ(plan.run.point(plan.run.planned[1].points[0].baseline)->variant, "cuda_2");
}

TEST(SimulatePoints, MarksComeAsTheyAreCounted) {
    PlannedRun plan = plan_counted(counting());
    collect(plan.run, counts_at(plan.run.id, plan.simulation.points[0]));
    ASSERT_EQ(plan.run.series[0].points.size(), 1u);
    EXPECT_EQ(plan.run.series[0].points[0].value, 4);
    fill_counts(plan.run, plan.simulation);
    EXPECT_EQ(plan.run.series[0].points.size(), 5u);
    EXPECT_EQ(plan.run.series[0].at(1)->value, 32);
    EXPECT_TRUE(plan.run.finished);
}

TEST(SimulatePoints, WhatWasCountedIsTakenOver) {
    PlannedRun before = plan_counted(counting());
    fill_counts(before.run, before.simulation);
    content::Experiment wider = counting();
    wider.x_values.push_back(0.125);
    const PlannedRun plan = plan_counted(wider, {}, &before.run);
    ASSERT_EQ(plan.simulation.points.size(), 1u);
    EXPECT_EQ(plan.simulation.points[0].parameters.at("f"), 0.125);
    EXPECT_EQ(plan.run.series[0].points.size(), 5u) << "the others stand already";
    EXPECT_TRUE(plan_counted(counting(), {}, &before.run).asks_nothing());
    EXPECT_EQ(plan_counted(counting(), {{"piece_us", 1}}, &before.run).simulation.points.size(), 5u)
        << "another setting";
}

TEST(SimulatePoints, SidesOfAComparisonAreCountedToo) {
    content::Comparison compare;
    compare.a = {{"f", 0.3}};
    compare.b = {{"f", 0.0}};
    PlannedRun plan = plan_counted(counting(), {}, nullptr, &compare);
    EXPECT_TRUE(plan.request.points.empty());
    EXPECT_EQ(plan.simulation.points.size(), 6u);
    const Point* side = side_point(plan.run, kernels(), counting(), compare.a, "");
    ASSERT_TRUE(side);
    EXPECT_TRUE(side->simulated);
}

TEST(SimulatePoints, WhatIsNoKernelIsAnError) {
    content::Experiment experiment = counting();
    experiment.simulated->variants = {"simd"};
    const protocol::Catalogue known = kernels();
    const protocol::Machine here = machine();
    EXPECT_FALSE(
        plan_run({.experiment = experiment, .catalogue = known, .machine = here, .sliders = {}}));
}

TEST(SimulatePoints, AHalfSimulationIsNoCount) {
    PlannedRun plan = plan_counted(counting());
    protocol::Simulated seen = counts_at(plan.run.id, plan.simulation.points[0]);
    seen.finished = false;
    seen.findings = {{"budget", "The budget of 4 s is used up.", false, 3, 12, {}, 0, 0, 1}};
    collect(plan.run, seen);
    ASSERT_EQ(plan.run.series[0].points.size(), 1u);
    const Estimate& mark = plan.run.series[0].points[0];
    EXPECT_EQ(mark.status, PointStatus::Unavailable);
    EXPECT_THAT(mark.reason, testing::HasSubstr("used up"));
    EXPECT_EQ(plan.run.point(mark.point)->counted->findings.size(), 1u);
}

} // namespace
} // namespace lockstep
