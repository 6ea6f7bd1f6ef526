// SPDX-License-Identifier: MIT
// Runs of others: where they may be laid over, what they are called, and that an edited file never
// shows what it says.
#include "app/experiment/laid_over.hpp"
#include "app/experiment/run_file.hpp"
#include "tests/app/experiment/scene.hpp"
#include "tests/app/experiment/scratch_folder.hpp"

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// As it comes out of a file, of another machine.
lockstep::Run read_back(lockstep::Run run) {
    auto read = read_run(write_run(run), "hers.json");
    EXPECT_TRUE(read) << read.error().text();
    return *std::move(read);
}

lockstep::Run hers(const content::Experiment& experiment = shared_part()) {
    PlannedRun plan = planned(experiment, machine(16));
    fill_run(plan.run);
    plan.run.lesson = "amdahl";
    plan.run.started = "2026-11-20T23:30:00Z";
    plan.run.machine.hash = "hers";
    plan.run.machine.name = "16 cores, AVX2, 125 GiB";
    return read_back(plan.run);
}

TEST(LaidOver, ARunThatAgreesWithItselfIsShownAsItIs) {
    const auto laid = checked_run(hers(), "hers.json");
    ASSERT_TRUE(laid) << laid.error().text();
    EXPECT_EQ(laid->notice, "");
    EXPECT_EQ(laid->from, "hers.json");
    EXPECT_EQ(laid->run.series[0].provenance, Provenance::Recorded);
    EXPECT_EQ(laid->run.series[0].points.size(), 5u);
}

TEST(LaidOver, AnEditedMarkIsSaidAndMadeAnew) {
    lockstep::Run run = hers();
    const double true_value = run.series[0].points[2].value;
    run.series[0].points[2].value = 99;
    run.series[0].points[4].value = 98;
    const auto laid = checked_run(run, "hers.json");
    ASSERT_TRUE(laid);
    EXPECT_THAT(laid->notice, HasSubstr("the file says 99, its samples give"));
    EXPECT_THAT(laid->notice, HasSubstr("1 more of its marks is so."));
    EXPECT_DOUBLE_EQ(laid->run.series[0].points[2].value, true_value);
}

TEST(LaidOver, AMarkWithoutSamplesIsNotShown) {
    lockstep::Run run = hers();
    run.points.back().time_ns.clear();
    const auto some = checked_run(run, "hers.json");
    ASSERT_TRUE(some);
    EXPECT_EQ(some->run.series[0].points.size(), 4u);
    EXPECT_THAT(some->notice, HasSubstr("hold no samples"));
    run.points.clear();
    for (Series& series : run.series)
        for (Estimate& mark : series.points)
            mark.point = mark.baseline = -1;
    const auto none = checked_run(run, "hers.json");
    ASSERT_FALSE(none);
    EXPECT_THAT(none.error().text(), HasSubstr("holds no samples, so it has no marks to show"));
}

TEST(LaidOver, WhatCouldNotBeTimedStaysWithItsReason) {
    lockstep::Run run = hers();
    Point& last = run.points.back();
    last.time_ns.clear();
    last.status = PointStatus::Unavailable;
    last.reason = "two cores";
    run.series = recompute_series(run);
    const auto laid = checked_run(run, "hers.json");
    ASSERT_TRUE(laid) << laid.error().text();
    EXPECT_EQ(laid->notice, "");
    EXPECT_EQ(laid->run.series[0].points.size(), 5u);
}

TEST(LaidOver, FitsTheSameProblemParameterAndQuantity) {
    EXPECT_TRUE(fits(hers(), shared_part()));
    content::Experiment other = shared_part();
    other.x = "piece_us";
    EXPECT_FALSE(fits(hers(), other));
    other = shared_part();
    other.workload = "chains";
    EXPECT_FALSE(fits(hers(), other));
    other = shared_part();
    other.quantity = content::Quantity::TimePerItem;
    other.unit = "ms";
    EXPECT_FALSE(fits(hers(), other));
    lockstep::Run times = hers();
    times.quantity = "time_per_item";
    times.unit = "ms";
    EXPECT_TRUE(fits(times, other));
    times.unit = "ns";
    EXPECT_FALSE(fits(times, other));
}

TEST(LaidOver, GoesWhereItFitsTheOpenExperimentFirst) {
    Scene scene;
    content::Lesson& open = scene.session.course.lessons[0];
    content::Experiment pieces = shared_part();
    pieces.id = "pieces";
    pieces.x = "piece_us";
    open.experiments.push_back(pieces);
    content::Lesson& next = scene.session.course.lessons[1];
    next.experiments = {shared_part()};
    lockstep::Run run = hers();
    run.lesson = "next"; // but what is open fits as well
    EXPECT_EQ(place_for(scene.session, run)->lesson, "amdahl");
    scene.state().tab = "pieces";
    EXPECT_EQ(place_for(scene.session, run)->lesson, "next");
    run.lesson = "gone";
    EXPECT_EQ(place_for(scene.session, run)->lesson, "amdahl");
    EXPECT_EQ(place_for(scene.session, run)->experiment, "main");
    run.x = "weather";
    const auto nowhere = place_for(scene.session, run);
    ASSERT_FALSE(nowhere);
    EXPECT_THAT(nowhere.error().text(),
                HasSubstr("this is a run of amdahl, speedup over weather, which no lesson here"));
    EXPECT_THAT(nowhere.error().text(), HasSubstr("16 cores, AVX2, 125 GiB, 2026-11-20"));
}

TEST(LaidOver, IsCalledByMachineAndDate) {
    ::setenv("TZ", "CET-1", 1); // an hour ahead of UTC, without a table of zones
    ::tzset();
    Scene scene;
    lockstep::Run run = hers();
    EXPECT_EQ(laid_over_words(scene.session, run), "16 cores, AVX2, 125 GiB, 2026-11-20");
    run.machine.hash = "here";
    EXPECT_EQ(laid_over_words(scene.session, run), "this machine, 2026-11-21 00:30")
        << "the learner's own clock";
    run.machine = {};
    run.started.clear();
    EXPECT_EQ(laid_over_words(scene.session, run), "a machine without a name");
    EXPECT_EQ(local_time("2026-11-20"), "2026-11-20");
    EXPECT_EQ(local_time("yesterday"), "yesterday");
}

TEST(LaidOver, ACardIsNamedWhereItWasTimed) {
    Scene scene;
    lockstep::Run run = hers();
    run.machine.has_gpu = true;
    run.machine.gpu = "NVIDIA H200";
    EXPECT_THAT(machine_of_run(scene.session, run), HasSubstr("16 cores"));
    run.series[0].variant = "cuda_1";
    EXPECT_EQ(machine_of_run(scene.session, run), "NVIDIA H200");
    run.series[0].provenance = Provenance::Simulated;
    EXPECT_THAT(machine_of_run(scene.session, run), HasSubstr("16 cores"));
}

TEST(LaidOver, ACurveForAPictureHasItsMachineAndDate) {
    Scene scene;
    scene.lab().laid_over = {{hers(), "hers.json", {}}};
    const auto curves = laid_over_curves(scene.session, scene.lab());
    ASSERT_THAT(curves, SizeIs(1));
    EXPECT_EQ(curves[0].label, "multicore (recorded: 16 cores, AVX2, 125 GiB, 2026-11-20)");
    EXPECT_EQ(curves[0].provenance, Provenance::Recorded);
    const auto runs = laid_over_runs(scene.session, scene.lab());
    ASSERT_THAT(runs, SizeIs(1));
    EXPECT_EQ(runs[0].name, "16 cores, AVX2, 125 GiB, 2026-11-20");
    EXPECT_EQ(runs[0].run.id, scene.lab().laid_over[0].run.id);
}

TEST(LaidOver, TwoOfOneMachineAndDayAreToldApartByTheirFiles) {
    Scene scene;
    lockstep::Run other = hers();
    other.machine.name = "8 cores, AVX2, 16 GiB";
    scene.lab().laid_over = {{hers(), "/a/hers.json", {}}, {other, "/a/other.json", {}}};
    const auto words = [&](std::size_t i) {
        return laid_over_words(scene.session, scene.lab(), scene.lab().laid_over[i]);
    };
    EXPECT_EQ(words(0), "16 cores, AVX2, 125 GiB, 2026-11-20");
    scene.lab().laid_over[1].run.machine.name = hers().machine.name;
    EXPECT_EQ(words(0), "16 cores, AVX2, 125 GiB, 2026-11-20, hers");
    EXPECT_EQ(words(1), "16 cores, AVX2, 125 GiB, 2026-11-20, other");
    EXPECT_NE(laid_over_curves(scene.session, scene.lab())[0].label,
              laid_over_curves(scene.session, scene.lab())[1].label);
}

TEST(LaidOver, ALessonsFileGivesTheFirstRunOfEachExperiment) {
    const ScratchFolder folder;
    content::Experiment pieces = shared_part();
    pieces.id = "pieces";
    lockstep::Run second = hers();
    second.id = "another";
    const auto file = folder.path() / "lesson.json";
    std::ofstream(file) << R"({"format":"lockstep-lesson","version":1,"runs":[)"
                        << write_run(hers()) << "," << write_run(second) << ","
                        << write_run(hers(pieces)) << "]}";
    const auto laid = load_laid_over(file);
    ASSERT_TRUE(laid) << laid.error().text();
    ASSERT_THAT(*laid, SizeIs(2));
    EXPECT_EQ((*laid)[0].run.experiment_id, "pieces") << "the first experiment comes last";
    EXPECT_EQ((*laid)[1].run.experiment_id, "main");
    EXPECT_NE((*laid)[1].run.id, "another");
}

TEST(LaidOver, ABadFileIsOneSentence) {
    const ScratchFolder folder;
    const auto refused = [&](const std::string& text) {
        const auto file = folder.path() / "bad.json";
        std::ofstream(file) << text;
        const auto laid = load_laid_over(file);
        return laid ? "was read" : laid.error().text();
    };
    const std::string whole = write_run(hers());
    EXPECT_THAT(refused(whole.substr(0, whole.size() / 2)), HasSubstr("cut off or damaged"));
    EXPECT_THAT(refused("Dear diary"), HasSubstr("this is not JSON"));
    EXPECT_THAT(refused(R"({"format":"lockstep-run","version":2})"), HasSubstr("newer Lockstep"));
    EXPECT_THAT(refused(R"({"format":"lockstep-lesson","version":1,"runs":[]})"),
                HasSubstr("holds no run"));
    const auto in_folder = load_laid_over(folder.path());
    ASSERT_FALSE(in_folder);
    EXPECT_THAT(in_folder.error().text(), HasSubstr("this is a folder, not a file"));
    EXPECT_FALSE(load_laid_over(folder.path() / "nowhere.json"));
    const auto huge = folder.path() / "huge.json";
    std::ofstream(huge) << "{}";
    std::filesystem::resize_file(huge, 100u << 20); // sparse: takes no room
    const auto refused_huge = load_laid_over(huge);
    ASSERT_FALSE(refused_huge);
    EXPECT_THAT(refused_huge.error().text(), HasSubstr("100 MB"));
}

} // namespace
} // namespace lockstep
