// SPDX-License-Identifier: MIT
// Which points an experiment asks for, which baseline serves which mark, and what a tweak repeats.
#include "app/experiment/sweep.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Sweep, OneBaselineServesAllPoints) {
    const PlannedRun plan = planned(shared_part(), machine());
    ASSERT_EQ(plan.request.points.size(), 6u);
    EXPECT_EQ(plan.request.points.front().variant, "serial");
    EXPECT_FALSE(plan.request.points.front().parameters.contains("p"));
    ASSERT_EQ(plan.run.planned.size(), 1u);
    EXPECT_TRUE(plan.run.series[0].points.empty());
    ASSERT_EQ(plan.run.planned[0].points.size(), 5u);
    for (const Estimate& mark : plan.run.planned[0].points) {
        EXPECT_EQ(mark.baseline, plan.request.points.front().id);
        const Point* point = plan.run.point(mark.point);
        ASSERT_TRUE(point);
        EXPECT_DOUBLE_EQ(point->parameters.at("f"), mark.x);
        EXPECT_DOUBLE_EQ(point->parameters.at("p"), 2);
    }
    EXPECT_EQ(plan.run.id, plan.request.id);
    EXPECT_FALSE(plan.run.parameters.contains("f"));
}

TEST(Sweep, ColdCachesAreAskedForAndNamedInTheLegend) {
    content::Experiment experiment = shared_part();
    EXPECT_EQ(planned(experiment, machine()).request.cache, "warm");
    experiment.cache = content::Cache::Cold;
    const PlannedRun plan = planned(experiment, machine());
    EXPECT_EQ(plan.request.cache, "cold");
    EXPECT_EQ(plan.run.cache, "cold");
    EXPECT_EQ(plan.run.planned[0].label, "multicore, cold caches");
}

TEST(Sweep, ASliderChoosesTheCachesOfAllPoints) {
    content::Experiment experiment = shared_part();
    experiment.sliders.push_back(
        {.parameter = "caches", .words = {}, .start = {0}, .low = {0}, .high = {1}, .stops = {}});
    const PlannedRun warm = planned(experiment, machine());
    EXPECT_EQ(warm.request.cache, "warm");
    EXPECT_EQ(warm.run.parameters.at("caches"), 0);
    const PlannedRun cold = planned(experiment, machine(), {{"caches", 1}});
    EXPECT_EQ(cold.request.cache, "cold");
    EXPECT_EQ(cold.run.parameters.at("caches"), 1) << "a guess and a ghost are of one setting";
    EXPECT_EQ(cold.run.planned[0].label, "multicore, cold caches");
    for (const auto& point : cold.request.points)
        EXPECT_FALSE(point.parameters.contains("caches")) << "no workload knows of it";
    EXPECT_TRUE(side_point(cold.run, catalogue(), experiment, {{"f", 0.5}}, ""));
}

TEST(Sweep, ATweakOfTheCachesTakesNothingOver) {
    PlannedRun first = planned(shared_part(), machine());
    fill_run(first.run);
    content::Experiment cold = shared_part();
    EXPECT_EQ(planned(cold, machine(), {}, nullptr, &first.run).request.points.size(), 0u);
    cold.cache = content::Cache::Cold;
    EXPECT_EQ(planned(cold, machine(), {}, nullptr, &first.run).request.points.size(), 6u);
}

TEST(Sweep, ABaselineAtEachXWhereTheWorkChanges) {
    content::Experiment experiment = shared_part();
    experiment.baseline_at_each_x = true;
    const PlannedRun plan = planned(experiment, machine());
    std::set<int> baselines;
    for (const Estimate& mark : plan.run.planned[0].points) {
        baselines.insert(mark.baseline);
        EXPECT_DOUBLE_EQ(plan.run.point(mark.baseline)->parameters.at("f"), mark.x);
    }
    EXPECT_EQ(baselines.size(), 5u);
}

TEST(Sweep, TheBaselineTakesItsOwnParameters) {
    content::Experiment experiment = shared_part();
    experiment.baseline_set = {{"f", 0.0}};
    const PlannedRun plan = planned(experiment, machine());
    EXPECT_DOUBLE_EQ(plan.run.point(plan.run.planned[0].points[3].baseline)->parameters.at("f"), 0);
}

TEST(Sweep, WorkersGoToTheCoresAndIncludeThem) {
    content::Experiment experiment = shared_part();
    experiment.x = "p";
    experiment.x_values.clear();
    EXPECT_THAT(swept_values(experiment, 6), ElementsAre(1, 2, 4, 6));
    EXPECT_THAT(swept_values(experiment, 1), ElementsAre(1));
    const PlannedRun plan = planned(experiment, machine(6));
    EXPECT_EQ(plan.run.planned[0].points.size(), 4u);
}

TEST(Sweep, OnlyThreadsThatWaitGoBeyondTheCores) {
    content::Experiment experiment = shared_part();
    experiment.x = "p";
    experiment.x_values = {1, 2, 8, 64};
    experiment.variants = {"multicore", "waiting"};
    const PlannedRun plan = planned(experiment, machine(2));
    EXPECT_EQ(plan.run.planned[0].points.size(), 2u);
    EXPECT_EQ(plan.run.planned[1].points.size(), 4u);
}

TEST(Sweep, AOneThreadVariantHasOneMarkOverWorkers) {
    content::Experiment experiment = shared_part();
    experiment.x = "p";
    experiment.x_values.clear();
    experiment.variants = {"simd"};
    EXPECT_EQ(planned(experiment, machine(4)).run.planned[0].points.size(), 1u);
}

TEST(Sweep, AnABaselineAgainstItselfGetsPointsOfItsOwn) {
    content::Experiment experiment = shared_part();
    experiment.variants = {"serial"};
    experiment.x_values = {0.5};
    const PlannedRun plan = planned(experiment, machine());
    ASSERT_EQ(plan.request.points.size(), 2u);
    EXPECT_NE(plan.run.planned[0].points[0].point, plan.run.planned[0].points[0].baseline);
}

TEST(Sweep, SidesOfAComparisonArePointsToo) {
    content::Comparison compare;
    compare.a = {{"f", 0.5}};
    compare.b = {{"f", 0.9}, {"piece_us", 100}};
    const content::Experiment experiment = shared_part();
    const PlannedRun plan = planned(experiment, machine(), {}, &compare);
    EXPECT_EQ(plan.request.points.size(), 7u); // a is on the sweep, b is not
    const Point* b = side_point(plan.run, catalogue(), experiment, compare.b, "");
    ASSERT_TRUE(b);
    EXPECT_DOUBLE_EQ(b->parameters.at("piece_us"), 100);
    EXPECT_FALSE(side_point(plan.run, catalogue(), experiment, {{"f", 0.3}}, ""));
}

TEST(Sweep, ATweakKeepsWhatDidNotChange) {
    content::Experiment experiment = shared_part();
    experiment.variants = {"multicore", "simd"};
    PlannedRun first = planned(experiment, machine(4));
    fill_run(first.run);
    const PlannedRun tweak = planned(experiment, machine(4), {{"p", 2}}, nullptr, &first.run);
    // simd has no workers: its five marks and their baseline are taken over.
    EXPECT_EQ(tweak.request.points.size(), 6u);
    for (const auto& point : tweak.request.points)
        EXPECT_NE(point.variant, "simd");
    const Series& kept = tweak.run.series[1];
    ASSERT_EQ(kept.points.size(), 5u);
    EXPECT_EQ(kept.points[2].n, 15);
    EXPECT_EQ(tweak.run.point(kept.points[2].point)->time_ns.size(), 26u);
    EXPECT_EQ(kept.points[2].value, first.run.series[1].points[2].value);
    const PlannedRun nothing = planned(experiment, machine(4), {}, nullptr, &first.run);
    EXPECT_TRUE(nothing.request.points.empty());
}

TEST(Sweep, NamesWhatThereIsNot) {
    const auto refused = [](content::Experiment experiment, Values sliders = {}) {
        const auto known = catalogue();
        const auto here = machine();
        const auto plan = plan_run({.experiment = experiment,
                                    .catalogue = known,
                                    .machine = here,
                                    .sliders = std::move(sliders)});
        EXPECT_FALSE(plan.has_value());
        return plan ? std::string() : plan.error().text();
    };
    content::Experiment experiment = shared_part();
    experiment.workload = "amdal";
    EXPECT_THAT(refused(experiment), HasSubstr("amdahl"));
    experiment = shared_part();
    experiment.variants = {"multicor"};
    EXPECT_THAT(refused(experiment), HasSubstr("multicore"));
    EXPECT_THAT(refused(shared_part(), {{"piece_us", 2000}}), HasSubstr("0.05 to 1000 µs"));
    EXPECT_THAT(refused(shared_part(), {{"piece", 20}}), HasSubstr("piece_us"));
    EXPECT_THAT(refused(shared_part(), {{"p", 1.5}}), HasSubstr("whole numbers"));
}

} // namespace
} // namespace lockstep
