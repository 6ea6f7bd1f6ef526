// SPDX-License-Identifier: MIT
// Sliders, runs by themselves on release, run blocks, ghosts, Stop.
#include "app/experiment/chosen.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using content::Step;

TEST(DoRun, WaitsForTheGuess) {
    Scene scene;
    scene.act(command::StartRun{"main"});
    EXPECT_TRUE(scene.effects.requests.empty());
    scene.act(command::NoIdea{"curve"});
    scene.act(command::StartRun{"main"});
    ASSERT_EQ(scene.effects.requests.size(), 1u);
    EXPECT_TRUE(scene.session.running());
    EXPECT_EQ(scene.session.bench.command.substr(0, 19), "lockstep run amdahl");
    scene.act(command::StartRun{"main"}); // one at a time
    EXPECT_EQ(scene.effects.requests.size(), 1u);
}

TEST(DoRun, SlidersStandStillWhilePredicting) {
    Scene scene;
    scene.act(command::SetSlider{"main", "piece_us", 500, true});
    EXPECT_TRUE(scene.lab().sliders.empty());
    scene.reach_compare();
    scene.act(command::SetSlider{"main", "piece_us", 500, false});
    EXPECT_EQ(scene.lab().sliders.at("piece_us"), 500);
}

TEST(DoRun, AReleaseRunsByItselfAndKeepsAGhost) {
    Scene scene;
    scene.reach_compare();
    const std::string first = scene.lab().run->id;
    scene.act(command::SetSlider{"main", "piece_us", 400, false});
    EXPECT_FALSE(scene.session.running());
    scene.act(command::SetSlider{"main", "piece_us", 500, true});
    ASSERT_EQ(scene.effects.requests.size(), 2u);
    EXPECT_EQ(scene.lab().run_sliders.at("piece_us"), 500);
    ASSERT_EQ(scene.lab().ghosts.size(), 1u);
    EXPECT_EQ(scene.lab().ghosts[0].id, first);
    scene.answer();
    for (const double piece : {100.0, 50.0, 10.0}) {
        scene.act(command::SetSlider{"main", "piece_us", piece, true});
        scene.answer();
    }
    ASSERT_EQ(scene.lab().ghosts.size(), 3u);
    EXPECT_EQ(scene.lab().ghosts[0].parameters.at("piece_us"), 50);
    EXPECT_EQ(scene.lab().ghosts[2].parameters.at("piece_us"), 500);
}

TEST(DoRun, AReleaseWhereItWasRunsNothing) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::SetSlider{"main", "piece_us", 20, true});
    EXPECT_EQ(scene.effects.requests.size(), 1u);
}

TEST(DoRun, TheCachesMayBeAllThatChanged) {
    Scene scene;
    scene.session.course.lessons.front().experiments.front().sliders.push_back(
        {.parameter = "caches", .words = {}, .start = {0}, .low = {0}, .high = {1}, .stops = {}});
    scene.reach_compare();
    scene.lab().run->parameters.erase("caches"); // of a time before there was such a slider
    scene.act(command::SetSlider{"main", "caches", 0, true});
    EXPECT_EQ(scene.effects.requests.size(), 1u);
    scene.act(command::SetSlider{"main", "caches", 1, true});
    ASSERT_EQ(scene.effects.requests.size(), 2u);
    EXPECT_EQ(scene.effects.requests.back().cache, "cold");
    EXPECT_EQ(scene.effects.requests.back().points.size(), 6u) << "no mark is taken over";
}

TEST(DoRun, ARunBlockMovesItsSlidersAndKeepsItsRun) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::StartBlockRun{"fine"});
    ASSERT_EQ(scene.effects.requests.size(), 2u);
    EXPECT_EQ(scene.lab().sliders.at("piece_us"), 0.05);
    scene.answer([](const Point& point) {
        return amdahl_time(point) * (point.variant == "multicore" ? 3 : 1);
    });
    EXPECT_TRUE(scene.block("fine").ran);
    EXPECT_EQ(scene.lab().by_block.at("fine").id, scene.block("fine").run_id);
    EXPECT_EQ(scene.lab().by_block.at("first").parameters.at("piece_us"), 20);
    EXPECT_EQ(scene.effects.kept.size(), 2u);
    EXPECT_EQ(scene.effects.count("run"), 2);
}

TEST(DoRun, TheLabLooksAtWhatTheSentenceSpeaksOf) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::MoveCursor{"main", "multicore", 0.25});
    scene.act(command::StartRun{"main"});
    scene.answer();
    EXPECT_EQ(chosen_point(scene.lab())->x, 0.25) << "where the learner put it";
    scene.act(command::StartBlockRun{"fine"});
    scene.answer();
    EXPECT_EQ(chosen_point(scene.lab())->x, 1.0) << "of a run asked for in the text";
    scene.act(command::SetSlider{"main", "piece_us", 20, true});
    scene.answer();
    scene.act(command::StartRun{"main"});
    scene.answer();
    EXPECT_EQ(chosen_point(scene.lab())->x, 0.5) << "the gate's";
}

TEST(DoRun, RunningAgainAnswersTheGateAnew) {
    Scene scene;
    scene.reach_compare();
    const std::string first = scene.lab().by_block.at("first").id;
    scene.act(command::StartRun{"main"});
    scene.answer();
    EXPECT_NE(scene.lab().by_block.at("first").id, first);
    // At another setting it is no answer to the gate's sentence.
    scene.act(command::SetSlider{"main", "piece_us", 500, true});
    scene.answer();
    const std::string second = scene.lab().by_block.at("first").id;
    scene.act(command::StartRun{"main"});
    scene.answer();
    EXPECT_EQ(scene.lab().by_block.at("first").id, second);
}

TEST(DoRun, StopKeepsTheSamplesThatCame) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    scene.begin();
    scene.act(command::StopRun{});
    EXPECT_EQ(scene.effects.cancels, 1);
    EXPECT_EQ(scene.session.bench.phase, BenchPhase::Starting);
    ASSERT_TRUE(scene.lab().run);
    EXPECT_TRUE(scene.lab().run->cancelled);
    EXPECT_EQ(scene.lab().run->series[0].points.size(), 5u);
    EXPECT_TRUE(scene.lab().run->series[0].points[2].provisional);
    EXPECT_GE(scene.state().reached, Step::Compare);
    EXPECT_GE(scene.state().reveal, Reveal::Question);
    scene.act(command::StopRun{});
    EXPECT_EQ(scene.effects.cancels, 1);
}

TEST(DoRun, StopBeforeTheFirstMarkLeavesTheStepOpen) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    scene.act(command::StopRun{});
    EXPECT_EQ(scene.state().reached, Step::Run);
    EXPECT_EQ(scene.state().reveal, Reveal::Nothing);
    EXPECT_TRUE(scene.effects.kept.empty());
}

TEST(DoRun, AValueThatCannotBeIsSaid) {
    Scene scene;
    scene.session.course.lessons[0].experiments[0].workload = "amdal";
    scene.act(command::NoIdea{"curve"});
    scene.act(command::StartRun{"main"});
    ASSERT_EQ(scene.session.notices.size(), 1u);
    EXPECT_NE(scene.session.notices[0].sentence.find("amdahl"), std::string::npos);
    EXPECT_FALSE(scene.session.running());
}

TEST(DoRun, RestartBringsTheBenchBack) {
    Scene scene;
    scene.session.bench.phase = BenchPhase::Failed;
    scene.act(command::RestartBench{});
    EXPECT_EQ(scene.effects.restarts, 1);
    EXPECT_EQ(scene.session.bench.phase, BenchPhase::Starting);
}

} // namespace
} // namespace lockstep
