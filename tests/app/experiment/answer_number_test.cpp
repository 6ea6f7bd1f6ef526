// SPDX-License-Identifier: MIT
// Answers worked out from a run, and questions that this machine cannot answer.
#include "app/experiment/live_number.hpp"
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

std::optional<LiveNumber> answer(const Scene& scene, const char* written) {
    return answer_number(scene.session, *scene.session.lesson(), written, "");
}

TEST(AnswerNumber, IsANumberALiveValueOrSeveral) {
    Scene scene;
    EXPECT_DOUBLE_EQ(answer(scene, "3")->value, 3);
    EXPECT_FALSE(answer(scene, "measured f=0.5")) << "nothing was run";
    scene.reach_compare();
    const double half = answer(scene, "measured f=0.5")->value;
    EXPECT_NEAR(half, 4.0 / 3, 0.01);
    EXPECT_DOUBLE_EQ(answer(scene, "100 over measured f=0.5")->value, 100 / half);
    EXPECT_DOUBLE_EQ(answer(scene, "3 times measured f=0.5 over cores")->value, 3 * half / 2);
    EXPECT_DOUBLE_EQ(answer(scene, "6 over 3 times 2")->value, 4) << "from left to right";
}

TEST(AnswerNumber, IsNoneWhereOnePartIsMissingOrNothingComesOut) {
    Scene scene;
    scene.reach_compare();
    EXPECT_FALSE(answer(scene, "2 times measured f=0.3"));
    EXPECT_FALSE(answer(scene, "2 times nonsense"));
    EXPECT_FALSE(answer(scene, "2 over 0"));
    EXPECT_FALSE(answer(scene, "over 2 times"));
}

TEST(AnswerNumber, AQuestionOfARunThatIsNotThereIsNotAsked) {
    Scene scene;
    content::QuizBody quiz;
    const auto none = [&] {
        return has_no_answer(scene.session, *scene.session.lesson(), quiz, "");
    };
    EXPECT_FALSE(none()) << "a number as written is always known";
    quiz.answer_live = "100 over measured f=0.5";
    EXPECT_TRUE(none());
    scene.reach_compare();
    EXPECT_FALSE(none());
}

} // namespace
} // namespace lockstep
