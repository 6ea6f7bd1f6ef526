// SPDX-License-Identifier: MIT
// The line that says how to go on, all the way through a lesson.
#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;

std::string line(const Scene& scene) {
    return how_to_go_on(scene.session, *scene.session.lesson());
}

TEST(Guide, LeadsThroughTheWholeLesson) {
    Scene scene;
    EXPECT_THAT(line(scene), HasSubstr("Draw your curve"));
    scene.act(command::DraftCurve{"curve", 0.5, 2});
    EXPECT_THAT(line(scene), HasSubstr("Now lock your guess"));
    scene.act(command::ClearDraft{"curve"});
    EXPECT_THAT(line(scene), HasSubstr("Draw your curve"));
    scene.guess([](double f) { return 1 + f; });
    EXPECT_THAT(line(scene), HasSubstr("run it on your 2 cores"));
    scene.act(command::StartRun{"main"});
    EXPECT_EQ(line(scene), "");
    scene.answer();
    EXPECT_THAT(line(scene), HasSubstr("what the marks did"));
    const auto question = marks_question(scene.session, scene.open(), scene.main());
    scene.act(command::MarksDid{"first", question->right});
    EXPECT_THAT(line(scene), HasSubstr("Choose one")); // the second guess
    scene.act(command::DraftChoice{"limit", 0});
    EXPECT_EQ(line(scene), "Now lock your guess.");
    scene.act(command::NoIdea{"limit"});
    EXPECT_EQ(line(scene), "One more run to try above, or [go on to why](step:explain).");
    scene.act(command::StartBlockRun{"fine"});
    scene.answer();
    EXPECT_EQ(line(scene), "[Why it is so](step:explain)");
    scene.act(command::FollowLink{"step:explain"});
    EXPECT_EQ(line(scene), "3 questions are left. [Next: The next one](lesson:next)");
    scene.act(command::AnswerChoice{"choice", 2});
    scene.act(command::AnswerNumber{"number", 1.5});
    EXPECT_THAT(line(scene), HasSubstr("One question is left."));
}

TEST(Guide, TheLastLessonSaysSo) {
    Scene scene;
    scene.act(command::OpenLesson{"next"});
    scene.act(command::ReachStep{content::Step::Explain});
    EXPECT_EQ(line(scene), "That was the last lesson.");
}

TEST(Guide, OneCoreAndAFailedBench) {
    Scene scene(1);
    scene.act(command::NoIdea{"curve"});
    EXPECT_THAT(line(scene), HasSubstr("Now run it, with"));
    scene.session.bench.phase = BenchPhase::Failed;
    EXPECT_THAT(line(scene), HasSubstr("started again"));
}

} // namespace
} // namespace lockstep
