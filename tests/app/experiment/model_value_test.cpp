// SPDX-License-Identifier: MIT
// Models in the quantity that is plotted.
#include "app/experiment/model_value.hpp"
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
