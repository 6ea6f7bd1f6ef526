// SPDX-License-Identifier: MIT
// A lesson that counts, from the guess to the verdict; and a run that times first.
#include "app/experiment/simulation_news.hpp"
#include "app/experiment/run_file.hpp"
#include "tests/app/experiment/counted.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;

const content::PredictBody& curve(const CountedScene& scene) {
    return *scene.open().body<content::PredictBody>("curve");
}

TEST(SimulationNews, ACountSimulatesAtOnce) {
    CountedScene scene;
    scene.guess([](double f) { return 4 + 28 * f; });
    scene.act(command::StartRun{"main"});
    EXPECT_TRUE(scene.effects.requests.empty()) << "nothing is timed";
    ASSERT_EQ(scene.effects.simulations.size(), 1u);
    EXPECT_TRUE(scene.session.simulating());
    EXPECT_FALSE(scene.session.timing());
    scene.count(2);
    EXPECT_EQ(scene.lab().run->series[0].points.size(), 2u) << "marks come one by one";
    EXPECT_EQ(scene.state().reveal, Reveal::Marks);
    scene.count();
    EXPECT_FALSE(scene.session.running());
    EXPECT_TRUE(scene.lab().run->finished);
    EXPECT_EQ(scene.state().reveal, Reveal::Question);
    EXPECT_EQ(scene.effects.kept.size(), 1u);
}

TEST(SimulationNews, AGuessIsJudgedByWhatWasCounted) {
    CountedScene scene;
    scene.guess([](double) { return 20; });
    scene.act(command::StartRun{"main"});
    scene.count();
    const auto question = marks_question(scene.session, scene.open(), scene.main());
    ASSERT_TRUE(question);
    EXPECT_THAT(question->choices[static_cast<std::size_t>(question->right)],
                HasSubstr("as much from mark to mark"));
    const auto points = verdicts(scene.session, scene.open(), curve(scene), "curve");
    ASSERT_EQ(points.size(), 4u) << "the given one is not judged";
    EXPECT_FALSE(points[0].within);
    const auto said = refutation(scene.session, scene.open(), curve(scene), "curve");
    ASSERT_TRUE(said);
    EXPECT_THAT(said->headline, HasSubstr("The simulator counted"));
    EXPECT_THAT(said->headline, testing::Not(HasSubstr("This machine")));
}

TEST(SimulationNews, TheRunBlockSaysWhatCameOut) {
    CountedScene scene;
    scene.guess([](double f) { return 4 + 28 * f; });
    scene.act(command::StartRun{"main"});
    scene.count();
    const auto* body = scene.open().body<content::RunBody>("first");
    const Compared result = compared(scene.session, scene.open(), *body, "first");
    EXPECT_EQ(result.outcome, Outcome::Above);
    EXPECT_EQ(result.says, "8 times, 32 for 4.");
    const auto live = content::read_live_value("measured f=1");
    EXPECT_FALSE(live_value(scene.session, scene.open(), *live, "first")) << "nothing was timed";
}

TEST(SimulationNews, WhatIsTooSmallToMatterIsTheSame) {
    content::Experiment experiment = counting();
    experiment.needs_effect = 8;
    CountedScene scene(experiment);
    scene.guess([](double) { return 4; });
    scene.act(command::StartRun{"main"});
    scene.count();
    const auto* body = scene.open().body<content::RunBody>("first");
    EXPECT_EQ(compared(scene.session, scene.open(), *body, "first").outcome, Outcome::Same);
}

TEST(SimulationNews, TimesComeFirst) {
    CountedScene scene(beside_time());
    scene.guess([](double) { return 1; });
    scene.act(command::StartRun{"main"});
    ASSERT_EQ(scene.effects.requests.size(), 1u);
    EXPECT_TRUE(scene.effects.simulations.empty()) << "never while something is timed";
    EXPECT_TRUE(scene.session.timing());
    scene.answer([](const Point&) { return 1e6; });
    EXPECT_FALSE(scene.session.timing());
    ASSERT_EQ(scene.effects.simulations.size(), 1u);
    EXPECT_TRUE(scene.session.running());
    EXPECT_FALSE(scene.lab().run->finished);
    scene.count();
    EXPECT_FALSE(scene.session.running());
    ASSERT_EQ(scene.lab().run->series.size(), 2u);
    EXPECT_EQ(scene.lab().run->series[1].at(1)->value, 8);
}

TEST(SimulationNews, StopKeepsTheMarks) {
    CountedScene scene;
    scene.guess([](double) { return 4; });
    scene.act(command::StartRun{"main"});
    scene.count(2);
    scene.act(command::StopRun{});
    EXPECT_EQ(scene.effects.simulation_cancels, 1);
    EXPECT_EQ(scene.effects.cancels, 0) << "the bench that times is left alone";
    EXPECT_FALSE(scene.session.running());
    EXPECT_EQ(scene.session.bench.phase, BenchPhase::Ready);
    EXPECT_TRUE(scene.lab().run->cancelled);
    EXPECT_EQ(scene.lab().run->series[0].points.size(), 2u);
}

TEST(SimulationNews, StopWhileTimingForgetsWhatWasQueued) {
    CountedScene scene(beside_time());
    scene.guess([](double) { return 1; });
    scene.act(command::StartRun{"main"});
    scene.act(command::StopRun{});
    EXPECT_FALSE(scene.session.simulation.queued);
    EXPECT_FALSE(scene.session.running());
}

TEST(SimulationNews, AProcessThatDiesIsACalmNotice) {
    CountedScene scene;
    scene.guess([](double) { return 4; });
    scene.act(command::StartRun{"main"});
    scene.count(2);
    simulation_failed(scene.session, {"The bench was ended by signal 9.", {"last words"}},
                      scene.effects);
    ASSERT_EQ(scene.session.notices.size(), 1u);
    EXPECT_THAT(scene.session.notices[0].sentence, HasSubstr("are kept"));
    EXPECT_EQ(scene.session.notices[0].details.front(), "last words");
    EXPECT_THAT(scene.session.notices[0].details.back(), HasSubstr("lockstep run lesson:amdahl"));
    EXPECT_EQ(scene.session.bench.phase, BenchPhase::Ready);
    EXPECT_EQ(scene.lab().run->series[0].points.size(), 2u);
    EXPECT_FALSE(scene.session.running());
}

TEST(SimulationNews, AFileKeepsTheCounters) {
    PlannedRun plan = plan_counted(counting());
    fill_counts(plan.run, plan.simulation);
    plan.run.points[0].counted->findings = {
        {"race", "Two threads.", false, 3, 12, {0, 0, 0}, 1, 1, 1}};
    const std::string text = write_run(plan.run);
    EXPECT_THAT(text, HasSubstr("\"counters\":{\"global_requests\":10"));
    const auto read = read_run(text, "a file");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->series[0].provenance, Provenance::Simulated);
    EXPECT_EQ(read->series[0].at(1)->value, 32);
    EXPECT_EQ(read->points[0].counted->findings[0].message, "Two threads.");
    EXPECT_EQ(read->points[0].counted->words(), "add, grid 4 x 1 x 1, block 128 x 1 x 1");
    EXPECT_TRUE(series_differences(*read).empty());
    lockstep::Run spoiled = *read;
    spoiled.points[0].counted->counters["global_sectors"] = 50;
    const auto differences = series_differences(spoiled);
    ASSERT_EQ(differences.size(), 1u);
    EXPECT_THAT(differences[0], HasSubstr("its counters give 5"));
}

} // namespace
} // namespace lockstep
