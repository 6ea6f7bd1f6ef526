// SPDX-License-Identifier: MIT
// Drawing, undoing, locking, changing one's mind, and having no idea.
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using content::Step;

double line(double f) {
    return 1 + f;
}

TEST(DoPredict, ADragIsOneUndo) {
    Scene scene;
    scene.act(command::DraftCurve{"curve", 0.0, 1, true});
    scene.act(command::DraftCurve{"curve", 0.25, 2, true});
    scene.act(command::DraftCurve{"curve", 0.5, 3, false});
    EXPECT_EQ(scene.block("curve").draft.curve.size(), 3u);
    scene.act(command::UndoDraft{"curve"});
    EXPECT_EQ(scene.block("curve").draft.curve.size(), 1u);
    scene.act(command::ClearDraft{"curve"});
    EXPECT_TRUE(scene.block("curve").draft.curve.empty());
    scene.act(command::UndoDraft{"curve"});
    EXPECT_EQ(scene.block("curve").draft.curve.size(), 1u);
}

TEST(DoPredict, UndoRemembersFifty) {
    Scene scene;
    for (int i = 0; i < 200; ++i)
        scene.act(command::DraftCurve{"curve", 0.5, static_cast<double>(i), true});
    EXPECT_EQ(scene.block("curve").undo.size(), 50u);
}

TEST(DoPredict, LockingOpensRunAndKeepsTheSliders) {
    Scene scene;
    EXPECT_EQ(scene.state().reached, Step::Predict);
    scene.act(command::LockGuess{"curve"}); // nothing drawn yet
    EXPECT_TRUE(scene.block("curve").guesses.empty());
    scene.guess(line);
    ASSERT_EQ(scene.block("curve").guesses.size(), 1u);
    EXPECT_EQ(scene.block("curve").guesses[0].sliders.at("p"), 2);
    EXPECT_EQ(scene.state().reached, Step::Run);
    EXPECT_EQ(scene.effects.count("guess"), 1);
    EXPECT_EQ(scene.effects.count("step"), 1);
    scene.draw([](double) { return 9.0; }); // a locked guess stands
    EXPECT_EQ(*scene.block("curve").guesses[0].at(0.5), 1.5);
}

TEST(DoPredict, BeforeTheFirstMarkAGuessIsChanged) {
    Scene scene;
    scene.guess(line);
    scene.act(command::ChangeGuess{"curve"});
    EXPECT_TRUE(scene.block("curve").editing_again);
    EXPECT_EQ(*scene.block("curve").draft.at(0.5), 1.5);
    scene.act(command::DraftCurve{"curve", 0.5, 1.2});
    scene.act(command::LockGuess{"curve"});
    ASSERT_EQ(scene.block("curve").guesses.size(), 1u);
    EXPECT_EQ(*scene.block("curve").guesses[0].at(0.5), 1.2);
}

TEST(DoPredict, AfterTheFirstMarkASecondGuessStandsBesideTheFirst) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::ChangeGuess{"curve"});
    scene.guess([](double) { return 1.1; });
    ASSERT_EQ(scene.block("curve").guesses.size(), 2u);
    EXPECT_EQ(*scene.block("curve").guesses[0].at(0.5), 1.5);
    EXPECT_EQ(*scene.block("curve").guesses[1].at(0.5), 1.1);
}

TEST(DoPredict, NoIdeaOpensRunAndIsRemembered) {
    Scene scene;
    scene.act(command::NoIdea{"curve"});
    ASSERT_EQ(scene.block("curve").guesses.size(), 1u);
    EXPECT_TRUE(scene.block("curve").guesses[0].no_idea);
    EXPECT_EQ(scene.state().reached, Step::Run);
    scene.act(command::NoIdea{"curve"});
    EXPECT_EQ(scene.block("curve").guesses.size(), 1u);
}

TEST(DoPredict, OtherKindsAndNonsense) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::DraftChoice{"limit", 7});
    EXPECT_FALSE(scene.block("limit").draft.choice);
    scene.act(command::DraftChoice{"limit", 1});
    scene.act(command::LockGuess{"limit"});
    EXPECT_EQ(scene.block("limit").guesses.at(0).choice, 1);
    scene.act(command::DraftCurve{"no such block", 1, 1});
    scene.act(command::LockGuess{"first"}); // a run is no guess
    scene.act(command::DraftNumber{"limit", 3});
    EXPECT_FALSE(scene.block("limit").guesses[0].number);
}

TEST(DoPredict, WithoutALessonNothingHappens) {
    Session session;
    WrittenEffects effects;
    apply(session, command::DraftCurve{"curve", 0, 1}, effects);
    apply(session, command::LockGuess{"curve"}, effects);
    apply(session, command::NoIdea{"curve"}, effects);
    EXPECT_TRUE(effects.events.empty());
}

TEST(DoPredict, GuessFirstEndsTheWelcome) {
    Scene scene;
    scene.session.welcome = true;
    scene.act(command::BeginGuess{});
    EXPECT_FALSE(scene.session.welcome);
    EXPECT_TRUE(scene.effects.events.empty()) << "nothing was done yet";
}

} // namespace
} // namespace lockstep
