// SPDX-License-Identifier: MIT
#include "app/pages/lesson/stage.hpp"

#include "demo_session.hpp"

#include <gtest/gtest.h>

namespace lockstep::lab {
namespace {

using content::Step;

Button button(const Session& session) {
    return button_of(session, stage_of(session));
}

TEST(Button, LocksTheGuessOnceSomethingIsDrawn) {
    Session session = demo::session();
    EXPECT_EQ(button(session).words, "Lock my guess");
    EXPECT_FALSE(button(session).enabled);
    demo::draw(session, 3);
    EXPECT_TRUE(button(session).enabled);
    EXPECT_EQ(button(session).key, "Enter");
    EXPECT_EQ(std::get<command::LockGuess>(*button(session).command).block, "curve");
}

TEST(Button, RunsInTheSamePlace) {
    Session session = demo::session();
    demo::draw(session);
    demo::lock(session);
    EXPECT_EQ(button(session).words, "Run on your 2 cores, about 4 s");
    EXPECT_EQ(std::get<command::StartRun>(*button(session).command).experiment, "main");
    session.machine.cores = 1;
    EXPECT_EQ(button(session).words, "Run, about 4 s");
}

TEST(Button, StopsARunAndSaysHowLongItLasts) {
    Session session = demo::session();
    demo::draw(session);
    demo::lock(session);
    demo::start(session);
    EXPECT_EQ(button(session).words, "Stop, 3 s left");
    EXPECT_TRUE(std::holds_alternative<command::StopRun>(*button(session).command));
    session.bench.seconds_left = 0;
    EXPECT_EQ(button(session).words, "Stop");
}

TEST(Button, RunsAgainAfterMarks) {
    Session session = demo::session();
    demo::draw(session);
    demo::lock(session);
    demo::measure(session);
    demo::finish(session);
    EXPECT_EQ(button(session).words, "Run again");
    EXPECT_EQ(button(session).key, "R");
}

TEST(Button, StartsABenchThatFailed) {
    Session session = demo::session();
    demo::draw(session);
    demo::lock(session);
    session.bench.phase = BenchPhase::Failed;
    EXPECT_TRUE(std::holds_alternative<command::RestartBench>(*button(session).command));
    session.bench.phase = BenchPhase::Starting;
    EXPECT_FALSE(button(session).enabled);
}

TEST(Button, IsNotHeldUpByALaterGuessOfAnotherKind) {
    Session session = demo::session();
    auto choice = std::make_shared<content::PredictBody>();
    choice->kind = content::PredictKind::Choice;
    choice->choices = {"20", "no limit"};
    session.course.lessons[0].blocks.push_back({"predict", "limit", Step::Compare, 20, choice});
    demo::draw(session);
    demo::lock(session);
    demo::measure(session);
    demo::reveal(session, Reveal::Strip, Step::Compare);
    EXPECT_EQ(button(session).words, "Run again");
}

TEST(Button, WithoutALessonDoesNothing) {
    Session session = demo::session();
    session.lesson_id = "gone";
    EXPECT_FALSE(button(session).enabled);
    EXPECT_FALSE(button(session).command);
}

TEST(Stage, PredictsUntilTheGuessIsSettled) {
    Session session = demo::session();
    EXPECT_TRUE(stage_of(session).predicting);
    demo::no_idea(session);
    EXPECT_FALSE(stage_of(session).predicting);
    EXPECT_TRUE(stage_of(session).no_idea);
}

TEST(Stage, AClassMaySkipItsGuess) {
    Session session = demo::session();
    session.presenter.on = true;
    EXPECT_TRUE(stage_of(session).predicting);
    session.lessons[session.lesson_id].reached = Step::Run;
    EXPECT_FALSE(stage_of(session).predicting);
    EXPECT_EQ(button(session).words, "Run on your 2 cores, about 4 s");
    session.presenter.on = false;
    EXPECT_TRUE(stage_of(session).predicting);
}

TEST(Stage, ChangingTheGuessPredictsAgain) {
    Session session = demo::session();
    demo::draw(session);
    demo::lock(session);
    EXPECT_FALSE(stage_of(session).predicting);
    demo::state(session).blocks["curve"].editing_again = true;
    EXPECT_TRUE(stage_of(session).predicting);
}

TEST(Stage, RevealsInOrder) {
    Session session = demo::session();
    demo::draw(session);
    demo::lock(session);
    demo::measure(session);
    demo::reveal(session, Reveal::Question, Step::Compare);
    Stage stage = stage_of(session);
    EXPECT_TRUE(stage.marks && stage.compare);
    EXPECT_FALSE(stage.verdict || stage.model || stage.strip);
    demo::reveal(session, Reveal::Verdict, Step::Compare);
    EXPECT_TRUE(stage_of(session).verdict);
    EXPECT_FALSE(stage_of(session).model);
    demo::reveal(session, Reveal::Model, Step::Compare);
    EXPECT_TRUE(stage_of(session).model);
    EXPECT_FALSE(stage_of(session).strip);
    demo::reveal(session, Reveal::Strip, Step::Compare);
    EXPECT_TRUE(stage_of(session).strip);
    demo::reveal(session, Reveal::Nothing, Step::Explain);
    EXPECT_TRUE(stage_of(session).strip);
}

TEST(Setting, IsTheSameWhereBothNameAParameter) {
    EXPECT_TRUE(same_setting({{"p", 2}, {"piece", 20}}, {{"p", 2}}));
    EXPECT_FALSE(same_setting({{"p", 2}}, {{"p", 4}}));
    EXPECT_TRUE(same_setting({{"f", 0.1 + 0.2}}, {{"f", 0.3}}));
    EXPECT_TRUE(same_setting({{"f", 0}}, {{"f", 0}}));
}

} // namespace
} // namespace lockstep::lab
