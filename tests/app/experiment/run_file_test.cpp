// SPDX-License-Identifier: MIT
// A run through a file and back, and what a file says against its own samples.
#include "app/experiment/run_file.hpp"

#include "app/experiment/estimates.hpp"
#include "tests/app/experiment/scratch_folder.hpp"
#include "tests/app/experiment/support.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;

Run run_to_keep() {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    return plan.run;
}

TEST(RunFile, ARunComesBackAsRecorded) {
    const ScratchFolder folder;
    lockstep::Run run = run_to_keep();
    run.points[1].jobs = 2;
    ASSERT_TRUE(save_run_file(run, folder.path() / "run.json"));
    const auto read = load_run_file(folder.path() / "run.json");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(read->from_file);
    EXPECT_TRUE(read->finished);
    EXPECT_EQ(read->id, run.id);
    EXPECT_EQ(read->workload, "amdahl");
    EXPECT_EQ(read->parameters, run.parameters);
    EXPECT_EQ(read->machine.cpu, "Test CPU");
    EXPECT_THAT(read->origin, HasSubstr("2 cores, AVX2, 24 GiB, 2"));
    ASSERT_EQ(read->series.size(), 1u);
    EXPECT_EQ(read->series[0].provenance, Provenance::Recorded);
    ASSERT_EQ(read->series[0].points.size(), run.series[0].points.size());
    for (std::size_t i = 0; i < run.series[0].points.size(); ++i) {
        const Estimate &there = read->series[0].points[i], &here = run.series[0].points[i];
        EXPECT_EQ(there.value, here.value);
        EXPECT_EQ(there.low, here.low);
        EXPECT_EQ(there.n, here.n);
        ASSERT_EQ(there.factors.has_value(), here.factors.has_value());
        if (here.factors) {
            EXPECT_EQ(there.factors->speedup(), here.factors->speedup());
        }
    }
    ASSERT_EQ(read->points.size(), run.points.size());
    EXPECT_EQ(read->points[1].time_ns, run.points[1].time_ns);
    EXPECT_EQ(read->points[1].busy_ns, run.points[1].busy_ns);
    EXPECT_EQ(read->points[1].items, 100);
    EXPECT_EQ(read->points[1].jobs, 2);
}

TEST(RunFile, AgreesWithItselfWhenNobodyTouchedIt) {
    const auto read = read_run(write_run(run_to_keep()), "run.json");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_THAT(series_differences(*read), testing::IsEmpty());
}

TEST(RunFile, AnEditedMarkIsReadAndSaid) {
    lockstep::Run run = run_to_keep();
    run.series[0].points[2].value = 1.9;
    const auto read = read_run(write_run(run), "run.json");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->series[0].points[2].value, 1.9);
    const auto said = series_differences(*read);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_THAT(said[0], HasSubstr("multicore, f = 0.5: the file says 1.9, its samples give 1.33"));
}

TEST(RunFile, ACardsTimesComeBackWithTheirHoles) {
    lockstep::Run run = card_run();
    run.points.back().kernel_ns[0] = std::numeric_limits<double>::quiet_NaN();
    const auto read = read_run(write_run(run), "run.json");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_THAT(series_differences(*read), testing::IsEmpty());
    EXPECT_TRUE(read->points.front().kernel_ns.empty()) << "the baseline is on no card";
    EXPECT_TRUE(std::isnan(read->points.back().kernel_ns[0]));
    EXPECT_EQ(read->points.back().kernel_ns[1], run.points.back().kernel_ns[1]);
    EXPECT_EQ(read->points.back().copy_ns, run.points.back().copy_ns);
    const Estimate &there = read->series[0].points[2], &here = run.series[0].points[2];
    EXPECT_FALSE(there.factors);
    ASSERT_TRUE(there.card && there.copies);
    EXPECT_EQ(there.card->kernel, here.card->kernel);
    EXPECT_EQ(there.card->launch, here.card->launch);
    EXPECT_EQ(there.card->copy, 1);
    EXPECT_EQ(there.copies->time_ns, here.copies->time_ns);
    EXPECT_EQ(there.copies->speedup, here.copies->speedup);
}

TEST(RunFile, EditedFactorsOfACardAreSaid) {
    lockstep::Run run = card_run();
    run.series[0].points[2].card->launch = 1;
    run.series[0].points[3].copies->speedup = 9;
    auto said = series_differences(run);
    ASSERT_EQ(said.size(), 2u);
    EXPECT_EQ(said[0], "multicore, f = 0.5: the file says launch 1, its samples give 0.8.");
    EXPECT_THAT(said[1], HasSubstr("the file says speedup with copies 9, its samples give 0.4"));
    run = card_run();
    for (Point& point : run.points)
        point.kernel_ns.clear();
    EXPECT_EQ(series_differences(run).size(), 5u) << "nothing bears the factors out";
}

TEST(RunFile, ACardsFileFromBeforeItsClockWasAskedIsReadWithout) {
    lockstep::Run run = card_run();
    for (Point& point : run.points)
        point.kernel_ns.clear(), point.copy_ns.clear();
    update_series(run);
    std::string text = write_run(run);
    for (const std::string column : {"\"kernel_ns\":[],", "\"copy_ns\":[],"})
        for (auto at = text.find(column); at != text.npos; at = text.find(column))
            text.erase(at, column.size());
    const auto read = read_run(text, "run.json");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_THAT(series_differences(*read), testing::IsEmpty());
    EXPECT_FALSE(read->series[0].points[2].card);
    EXPECT_NEAR(read->series[0].points[2].value, 1.333, 0.01);
}

TEST(RunFile, EditedSamplesAreSaidToo) {
    lockstep::Run run = run_to_keep();
    for (double& time : run.points.back().time_ns)
        time *= 1.5;
    EXPECT_THAT(series_differences(run), testing::SizeIs(testing::Ge(1u)));
}

TEST(RunFile, AMarkWhoseSamplesAreGoneIsSaid) {
    lockstep::Run run = run_to_keep();
    run.points.back().time_ns.clear();
    const auto said = series_differences(run);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_THAT(said[0], HasSubstr("hold no samples"));
}

TEST(RunFile, RecomputingLeavesModelsAlone) {
    lockstep::Run run = run_to_keep();
    Series model;
    model.provenance = Provenance::Model;
    Estimate mark;
    mark.x = 0.5;
    mark.value = 1.3333;
    model.points.push_back(mark);
    run.series.push_back(model);
    run.series[0].points[0].value = 7;
    const auto made = recompute_series(run);
    EXPECT_NEAR(made[0].points[0].value, 1, 0.01);
    EXPECT_EQ(made[1].points[0].value, 1.3333);
}

} // namespace
} // namespace lockstep
