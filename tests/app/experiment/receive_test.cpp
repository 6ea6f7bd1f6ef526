// SPDX-License-Identifier: MIT
// What the bench says, in order and out of order.
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

TEST(Receive, HelloMakesTheBenchReady) {
    Session session;
    WrittenEffects effects;
    protocol::Hello hello;
    hello.catalogue = testing_support::catalogue();
    hello.machine = testing_support::machine(4);
    receive(session, hello, effects);
    EXPECT_EQ(session.bench.phase, BenchPhase::Ready);
    EXPECT_EQ(session.machine.cores, 4);
    EXPECT_TRUE(session.catalogue.workload("amdahl"));
    protocol::PassportAnswer passport;
    passport.machine = testing_support::machine(4);
    passport.machine.noise = 0.004;
    receive(session, passport, effects);
    receive(session, hello, effects); // a bench that was started again has not measured it
    EXPECT_EQ(session.machine.noise, 0.004);
}

TEST(Receive, ProgressOfOurRunAlone) {
    Scene scene;
    scene.act(command::NoIdea{"curve"});
    scene.act(command::StartRun{"main"});
    protocol::Progress progress;
    progress.id = "another";
    progress.phase = "rounds";
    receive(scene.session, progress, scene.effects);
    EXPECT_EQ(scene.session.bench.activity, "checking");
    progress.id = scene.effects.requests.back().id;
    progress.rounds_done = 3;
    progress.seconds_left = 2.5;
    receive(scene.session, progress, scene.effects);
    EXPECT_EQ(scene.session.bench.activity, "rounds");
    EXPECT_EQ(scene.session.bench.rounds_done, 3);
    EXPECT_EQ(scene.session.bench.seconds_left, 2.5);
}

TEST(Receive, DoneOfAnotherRunEndsNothing) {
    Scene scene;
    scene.act(command::NoIdea{"curve"});
    scene.act(command::StartRun{"main"});
    protocol::Done done;
    done.id = "another";
    receive(scene.session, done, scene.effects);
    EXPECT_TRUE(scene.session.running());
    scene.answer();
    EXPECT_FALSE(scene.session.running());
    EXPECT_TRUE(scene.lab().run->finished);
    EXPECT_EQ(scene.effects.kept.size(), 1u);
}

TEST(Receive, ARunGoesOnWhileAnotherLessonIsOpen) {
    Scene scene;
    scene.act(command::NoIdea{"curve"});
    scene.act(command::StartRun{"main"});
    scene.act(command::OpenLesson{"next"});
    scene.answer();
    EXPECT_EQ(scene.state().reached, content::Step::Compare);
    EXPECT_TRUE(scene.lab().by_block.contains("first"));
}

TEST(Receive, AnErrorEndsItsRunWithANotice) {
    Scene scene;
    scene.act(command::NoIdea{"curve"});
    scene.act(command::StartRun{"main"});
    receive(
        scene.session,
        protocol::ErrorMessage{scene.effects.requests.back().id, {"bench", "it cannot.", "Wait."}},
        scene.effects);
    EXPECT_FALSE(scene.session.running());
    ASSERT_EQ(scene.session.notices.size(), 1u);
    EXPECT_EQ(scene.session.notices[0].sentence, "bench: it cannot. Wait.");
}

TEST(Receive, AMarkEndsTheChangingOfAGuessThatWasNotTouched) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    scene.act(command::ChangeGuess{"curve"});
    EXPECT_TRUE(scene.block("curve").editing_again);
    scene.begin();
    EXPECT_FALSE(scene.block("curve").editing_again);
    EXPECT_EQ(scene.block("curve").guesses.size(), 1u);
}

TEST(Receive, AGuessThatIsBeingChangedWhenTheFirstMarkComesBecomesASecond) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    scene.act(command::StartRun{"main"});
    scene.act(command::ChangeGuess{"curve"});
    scene.act(command::DraftCurve{"curve", 0.5, 1.2});
    scene.begin();
    scene.act(command::LockGuess{"curve"});
    ASSERT_EQ(scene.block("curve").guesses.size(), 2u);
    EXPECT_EQ(*scene.block("curve").guesses[0].at(0.5), 1.5);
}

} // namespace
} // namespace lockstep
