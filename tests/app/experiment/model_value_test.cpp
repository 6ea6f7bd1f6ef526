// SPDX-License-Identifier: MIT
// Models in the quantity that is plotted.
#include "app/experiment/model_value.hpp"

#include "app/experiment/estimates.hpp"
#include "tests/app/experiment/support.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using content::Quantity;

std::optional<double> value(const char* model, Quantity quantity, const char* unit, Values values,
                            MeasuredFacts facts = {}) {
    content::Experiment experiment = shared_part();
    experiment.quantity = quantity;
    experiment.unit = unit;
    return model_value(*models::find_model(model), experiment, machine(), std::move(values), facts);
}

TEST(ModelValue, SpeedupsBecomeTimes) {
    const Values half{{"f", 0.5}, {"p", 2}};
    EXPECT_NEAR(*value("amdahl", Quantity::Speedup, "", half), 4.0 / 3, 1e-12);
    EXPECT_NEAR(*value("amdahl", Quantity::RelativeTime, "", half), 0.75, 1e-12);
    EXPECT_FALSE(value("amdahl", Quantity::TimePerItem, "ns", half)); // no baseline was measured
    EXPECT_NEAR(*value("amdahl", Quantity::TimePerItem, "ns", half, {8.0, {}}), 6, 1e-12);
}

TEST(ModelValue, RelativeTimesBecomeSpeedups) {
    EXPECT_NEAR(*value("flat", Quantity::RelativeTime, "", {{"level", 2}}), 2, 1e-12);
    EXPECT_NEAR(*value("flat", Quantity::Speedup, "", {{"level", 2}}), 0.5, 1e-12);
    EXPECT_NEAR(*value("flat", Quantity::TimePerItem, "ns", {{"level", 2}}, {4.0, {}}), 8, 1e-12);
}

TEST(ModelValue, TimesAreInTheirUnit) {
    const auto ms = value("mean", Quantity::TimePerItem, "ms", {});
    const auto us = value("mean", Quantity::TimePerItem, "us", {});
    ASSERT_TRUE(ms && us);
    EXPECT_NEAR(*us, *ms * 1000, 1e-9);
    EXPECT_FALSE(value("mean", Quantity::Speedup, "", {}));
}

TEST(ModelValue, AClaimMayBeOfNothing) {
    EXPECT_EQ(value("mistakes", Quantity::Claimed, "", {{"way", 2}}), 0);
    EXPECT_EQ(value("flat", Quantity::Claimed, "", {}), 1);
    EXPECT_FALSE(value("mistakes", Quantity::RelativeTime, "", {{"way", 5}}));
    EXPECT_FALSE(value("amdahl", Quantity::Claimed, "", {{"f", 0.5}, {"p", 2}}));
}

TEST(ModelValue, ARoofThatNobodyHasMeasuredIsNone) {
    const Values k{{"k", 12}, {"p", 1}};
    EXPECT_FALSE(value("roofline", Quantity::Rate, "Gflop/s", k));
    MeasuredFacts own;
    own.peak_gflops = 30;
    own.memory_gb_s = 9;
    EXPECT_NEAR(*value("roofline", Quantity::Rate, "Gflop/s", k, own), 9, 1e-12);
    EXPECT_FALSE(value("roofline", Quantity::Speedup, "", k, own));
}

TEST(ModelValue, ThePassportsRoofsAreOfOneCoreAndOfAll) {
    content::Experiment experiment = shared_part();
    experiment.quantity = Quantity::Rate;
    protocol::Machine here = machine();
    here.peak_gflops = 40;
    here.peak_gflops_all = 150;
    here.memory_gb_s = 12;
    here.memory_gb_s_all = 18;
    const auto roof = [&](double k, double p) {
        return *model_value(*models::find_model("roofline"), experiment, here,
                            {{"k", k}, {"p", p}}, {});
    };
    EXPECT_DOUBLE_EQ(roof(12, 1), 12);
    EXPECT_DOUBLE_EQ(roof(12, 4), 18) << "memory is shared";
    EXPECT_DOUBLE_EQ(roof(1000, 2), 80) << "two cores have two peaks";
    EXPECT_DOUBLE_EQ(roof(1000, 4), 150) << "and all of them what was measured of all";
}

TEST(ModelValue, ARunHasRoofsOfItsOwn) {
    content::Experiment experiment = shared_part();
    experiment.quantity = Quantity::Rate;
    experiment.baseline = "";
    PlannedRun plan = planned(experiment, machine());
    fill_run(plan.run, [](const Point&) { return 50.0; });
    for (std::size_t i = 0; i < plan.run.points.size(); ++i) {
        plan.run.points[i].parameters["k"] = static_cast<double>(2 << i);
        plan.run.points[i].items = 100.0 * static_cast<double>(i + 1);
    }
    update_series(plan.run);
    const MeasuredFacts facts = measured_facts(&plan.run, experiment, machine());
    ASSERT_TRUE(facts.peak_gflops && facts.memory_gb_s);
    EXPECT_NEAR(*facts.peak_gflops, 10, 0.3) << "the fastest of five";
    EXPECT_NEAR(*facts.memory_gb_s, 12 * 2 / 2.0, 0.4) << "k = 2 at 2 a nanosecond";
    plan.run.parameters["piece_us"] = 1000;
    const MeasuredFacts elsewhere = measured_facts(&plan.run, experiment, machine());
    EXPECT_FALSE(elsewhere.memory_gb_s) << "its sliders stand elsewhere";
}

TEST(ModelValue, WhatATransferCostsHereIsMeasured) {
    const Values near{{"distance", 8}, {"p", 2}};
    EXPECT_NEAR(*value("false_sharing", Quantity::TimePerItem, "ns", near, {2.0, 4.5}), 9, 1e-12);
    const Values apart{{"distance", 128}, {"p", 2}};
    EXPECT_NEAR(*value("false_sharing", Quantity::TimePerItem, "ns", apart, {2.0, 4.5}), 2, 1e-12);
}

TEST(ModelValue, FactsOfARun) {
    content::Experiment experiment = shared_part();
    experiment.quantity = Quantity::TimePerItem;
    experiment.unit = "us";
    PlannedRun plan = planned(experiment, machine());
    EXPECT_FALSE(measured_facts(&plan.run, experiment, machine()).baseline);
    fill_run(plan.run, [](const Point& point) {
        return 1e6 * (point.variant == "serial" ? 1 : 1 + value_of(point.parameters, "f", 0));
    });
    const MeasuredFacts facts = measured_facts(&plan.run, experiment, machine());
    EXPECT_NEAR(*facts.baseline, 10, 0.1); // 1 ms for 100 items
    EXPECT_NEAR(*facts.transfer, 2, 0.02);
    EXPECT_NEAR(*facts.ceiling, 1, 0.01) << "no point is faster than the baseline";
    EXPECT_FALSE(measured_facts(nullptr, experiment, machine()).baseline);
}

TEST(ModelValue, BeforeTheRunTheMachineKnowsOneAddition) {
    content::Experiment experiment = shared_part();
    experiment.quantity = Quantity::TimePerItem;
    experiment.unit = "us";
    experiment.given = content::Given::AtomicAdd;
    protocol::Machine here = machine();
    EXPECT_FALSE(measured_facts(nullptr, experiment, here).baseline) << "not timed there";
    here.atomic_add_ns = 6;
    EXPECT_NEAR(*measured_facts(nullptr, experiment, here).baseline, 0.006, 1e-12);
    PlannedRun plan = planned(experiment, here);
    EXPECT_NEAR(*measured_facts(&plan.run, experiment, here).baseline, 0.006, 1e-12)
        << "a run without a sample knows no better";
    fill_run(plan.run, [](const Point&) { return 1e6; });
    EXPECT_NEAR(*measured_facts(&plan.run, experiment, here).baseline, 10, 0.1);
    experiment.given = content::Given::Nothing;
    EXPECT_FALSE(measured_facts(nullptr, experiment, here).baseline);
}

TEST(ModelValue, ACountIsNeverMadeOfATimeNorATimeOfACount) {
    content::Experiment experiment = shared_part();
    const models::Model& sectors = *models::find_model("sectors");
    EXPECT_FALSE(model_value(sectors, experiment, machine(), {{"stride", 8}}, {}));
    experiment.quantity = Quantity::Count;
    EXPECT_EQ(model_value(sectors, experiment, machine(), {{"stride", 8}}, {}), 32);
    EXPECT_FALSE(
        model_value(*models::find_model("amdahl"), experiment, machine(), {{"f", 1}}, {}));
}

} // namespace
} // namespace lockstep
