// SPDX-License-Identifier: MIT
// One retry, then the answer; a slider judged by a run; a lesson that is finished.
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

TEST(DoQuiz, TheRightChoiceEndsIt) {
    Scene scene;
    scene.act(command::AnswerChoice{"choice", 2});
    EXPECT_TRUE(scene.block("choice").answered);
    EXPECT_EQ(scene.block("choice").tries, (std::vector<int>{2}));
    EXPECT_EQ(scene.effects.count("answer"), 1);
    scene.act(command::AnswerChoice{"choice", 0});
    EXPECT_EQ(scene.block("choice").tries.size(), 1u);
}

TEST(DoQuiz, OneRetryThenTheAnswer) {
    Scene scene;
    scene.act(command::AnswerChoice{"choice", 0});
    EXPECT_FALSE(scene.block("choice").answered);
    scene.act(command::AnswerChoice{"choice", 0}); // the same again is no try
    EXPECT_FALSE(scene.block("choice").answered);
    scene.act(command::AnswerChoice{"choice", 1});
    EXPECT_TRUE(scene.block("choice").answered);
    scene.act(command::AnswerChoice{"choice", 9});
    EXPECT_EQ(scene.block("choice").tries.size(), 2u);
}

TEST(DoQuiz, NumbersHaveATolerance) {
    Scene scene;
    scene.act(command::AnswerNumber{"number", 1.6});
    EXPECT_FALSE(scene.block("number").answered);
    scene.act(command::AnswerNumber{"number", 1.55});
    EXPECT_TRUE(scene.block("number").answered);
    EXPECT_EQ(scene.block("number").tries, (std::vector<int>{0, 1}));
    EXPECT_EQ(scene.block("number").number, 1.55);
}

/// Turns the question for a number into one whose answer is worked out from a run.
void ask_of_the_run(Scene& scene, const char* answer) {
    for (content::Block& block : scene.session.course.lessons.front().blocks) {
        const auto* quiz = dynamic_cast<const content::QuizBody*>(block.body.get());
        if (block.id != "number" || !quiz)
            continue;
        auto live = std::make_shared<content::QuizBody>(*quiz);
        live->answer_live = answer;
        live->tolerance = 0.1;
        block.body = live;
    }
}

TEST(DoQuiz, TheToleranceOfARunsNumberIsRelative) {
    Scene scene;
    scene.reach_compare();
    ask_of_the_run(scene, "100 over measured f=1"); // about 50
    scene.act(command::AnswerNumber{"number", 56});
    EXPECT_FALSE(scene.block("number").answered);
    scene.act(command::AnswerNumber{"number", 54});
    EXPECT_EQ(scene.block("number").tries, (std::vector<int>{0, 1}));
}

TEST(DoQuiz, ALessonGoesOnWithoutAQuestionThatItsRunDoesNotAnswer) {
    Scene scene;
    scene.reach_compare();
    ask_of_the_run(scene, "100 over measured f=0.3"); // which is not in the sweep
    scene.act(command::ReachStep{content::Step::Explain});
    scene.act(command::AnswerChoice{"choice", 2});
    EXPECT_FALSE(scene.state().finished);
    scene.act(command::CheckSet{"set"});
    EXPECT_TRUE(scene.state().finished);
    EXPECT_FALSE(scene.block("number").answered);
    // At the next start of the program, too, as soon as the bench says what this machine is.
    scene.state().finished = false;
    protocol::Hello hello;
    hello.catalogue = scene.session.catalogue;
    hello.machine = scene.session.machine;
    receive(scene.session, hello, scene.effects);
    EXPECT_TRUE(scene.state().finished);
    scene.state().finished = false;
    scene.block("choice").answered = false;
    receive(scene.session, hello, scene.effects);
    EXPECT_FALSE(scene.state().finished) << "that one can be answered";
}

TEST(DoQuiz, ASliderIsJudgedByARun) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::SetSlider{"main", "piece_us", 100, false});
    scene.act(command::CheckSet{"set"});
    ASSERT_TRUE(scene.session.running());
    scene.answer([](const Point& point) {
        return amdahl_time(point) * (point.variant == "multicore" ? 2 : 1);
    });
    EXPECT_EQ(scene.block("set").tries, (std::vector<int>{0}));
    EXPECT_FALSE(scene.block("set").answered);
    scene.act(command::SetSlider{"main", "piece_us", 20, true});
    scene.answer();
    scene.act(command::CheckSet{"set"}); // that run is there already
    EXPECT_FALSE(scene.session.running());
    EXPECT_TRUE(scene.block("set").answered);
    EXPECT_NEAR(*scene.block("set").number, 2, 0.02);
}

TEST(DoQuiz, AnsweringAllFinishesTheLesson) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::ReachStep{content::Step::Explain});
    scene.act(command::AnswerChoice{"choice", 2});
    scene.act(command::AnswerNumber{"number", 1.5});
    EXPECT_FALSE(scene.state().finished);
    scene.act(command::CheckSet{"set"});
    EXPECT_TRUE(scene.state().finished);
}

TEST(DoQuiz, TheFirstFinishedLessonUnfoldsTheRail) {
    const auto finish = [](Scene& scene) {
        scene.reach_compare();
        scene.act(command::ReachStep{content::Step::Explain});
        scene.act(command::AnswerChoice{"choice", 2});
        scene.act(command::AnswerNumber{"number", 1.5});
        EXPECT_TRUE(scene.session.settings.rail_folded);
        scene.act(command::CheckSet{"set"});
        EXPECT_TRUE(scene.state().finished);
    };
    Scene first;
    finish(first);
    EXPECT_FALSE(first.session.settings.rail_folded);
    EXPECT_EQ(first.effects.settings_saved.size(), 1u);
    Scene later;
    later.session.lessons["another"].finished = true;
    finish(later);
    EXPECT_TRUE(later.session.settings.rail_folded) << "folded on purpose since";
}

} // namespace
} // namespace lockstep
