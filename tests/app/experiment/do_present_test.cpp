// SPDX-License-Identifier: MIT
// Slides, hands in the air, and nothing in the teacher's own ledger.
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using content::Step;

TEST(DoPresent, SlidesWalkTheLessonWithoutAGuess) {
    Scene scene;
    scene.act(command::Slide{1});
    EXPECT_EQ(scene.session.presenter.slide, 0); // not presenting
    scene.act(command::TogglePresenter{});
    scene.act(command::Slide{1});
    EXPECT_EQ(scene.state().scroll_to, "curve");
    scene.act(command::Slide{1});
    EXPECT_EQ(scene.state().reached, Step::Run);
    EXPECT_EQ(scene.state().scroll_to, "first");
    scene.act(command::StartRun{"main"});
    EXPECT_TRUE(scene.session.running());
    scene.answer();
    const int before = scene.state().scrolls;
    scene.act(command::Slide{1});
    EXPECT_EQ(scene.state().scroll_to, "first") << "what the marks did is asked now";
    EXPECT_EQ(scene.state().scrolls, before + 1) << "once more to the same place";
    for (int i = 0; i < 3; ++i)
        scene.act(command::Slide{1});
    EXPECT_EQ(scene.session.presenter.slide, 6);
    EXPECT_EQ(scene.state().reached, Step::Explain);
    EXPECT_EQ(scene.state().scroll_to, "choice");
    scene.act(command::Slide{-1});
    EXPECT_EQ(scene.session.presenter.slide, 5);
}

TEST(DoPresent, TheTeacherComesBackToTheirOwnAndTheClassToIts) {
    Scene scene;
    scene.act(command::TogglePresenter{});
    scene.act(command::Slide{2});
    scene.act(command::StartRun{"main"});
    scene.act(command::TogglePresenter{});
    EXPECT_TRUE(scene.session.presenter.on) << "not while a run looks for its lesson";
    scene.answer();
    ASSERT_TRUE(scene.state().labs["main"].run);
    scene.act(command::TogglePresenter{});
    EXPECT_FALSE(scene.session.presenter.on);
    EXPECT_EQ(scene.state().reached, Step::Predict);
    EXPECT_FALSE(scene.state().labs["main"].run) << "the answer, before the guess";
    EXPECT_FALSE(scene.state().scroll_to.empty()) << "the page is short again";
    scene.act(command::TogglePresenter{});
    EXPECT_EQ(scene.state().reached, Step::Compare);
    EXPECT_TRUE(scene.state().labs["main"].run) << "who left by mistake has lost nothing";
}

TEST(DoPresent, AnswersWaitForAKey) {
    Scene scene;
    scene.act(command::TogglePresenter{});
    scene.reach_compare();
    for (int i = 0; i < 6; ++i)
        scene.act(command::Slide{1});
    EXPECT_FALSE(scene.state().blocks["choice"].answered) << "the question alone";
    scene.act(command::Slide{1});
    EXPECT_TRUE(scene.state().blocks["choice"].answered);
    EXPECT_FALSE(scene.state().blocks["number"].answered);
    scene.act(command::Slide{1});
    EXPECT_TRUE(scene.state().blocks["number"].answered);
    EXPECT_EQ(scene.state().scroll_to, "number");
    EXPECT_TRUE(scene.effects.events.empty());
}

TEST(DoPresent, EachQuestionHasItsOwnShowOfHands) {
    Scene scene;
    scene.act(command::TogglePresenter{});
    scene.reach_compare();
    scene.act(command::Vote{0, 1});
    for (int i = 0; i < 5; ++i)
        scene.act(command::Slide{1});
    EXPECT_EQ(scene.session.presenter.votes.at(0), 1) << "it stays beside the result";
    scene.act(command::Slide{1});
    EXPECT_TRUE(scene.session.presenter.votes.empty()) << "the quiz asks anew";
    scene.act(command::Vote{2, 1});
    scene.act(command::Slide{1});
    EXPECT_EQ(scene.session.presenter.votes.at(2), 1) << "it stays beside the answer";
    scene.act(command::Vote{1, 1});
    EXPECT_EQ(scene.session.presenter.votes, (std::map<int, int>{{1, 1}}));
}

TEST(DoPresent, NothingIsRemembered) {
    Scene scene;
    scene.act(command::TogglePresenter{});
    scene.reach_compare();
    scene.act(command::ReachStep{Step::Explain});
    scene.act(command::AnswerChoice{"choice", 2});
    EXPECT_TRUE(scene.effects.events.empty());
    EXPECT_TRUE(scene.effects.kept.empty());
}

TEST(DoPresent, HandsAreCountedAndTakenBack) {
    Scene scene;
    scene.act(command::Vote{1, 1});
    EXPECT_TRUE(scene.session.presenter.votes.empty());
    scene.act(command::TogglePresenter{});
    scene.act(command::Vote{1, 1});
    scene.act(command::Vote{1, 1});
    scene.act(command::Vote{1, -1});
    scene.act(command::Vote{2, -1});
    EXPECT_EQ(scene.session.presenter.votes.at(1), 1);
    EXPECT_EQ(scene.session.presenter.votes.at(2), 0);
    scene.act(command::Blank{});
    EXPECT_TRUE(scene.session.presenter.blank);
    scene.act(command::Slide{1});
    EXPECT_FALSE(scene.session.presenter.blank);
}

} // namespace
} // namespace lockstep
