// SPDX-License-Identifier: MIT
// Lessons, steps, tabs and links.
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using content::Step;

TEST(DoNavigate, OpensALessonAndSaysWhenThereIsNone) {
    Scene scene;
    scene.act(command::OpenPage{"keys"});
    EXPECT_EQ(scene.session.page, "keys");
    scene.act(command::OpenLesson{"next"});
    EXPECT_EQ(scene.session.lesson_id, "next");
    EXPECT_EQ(scene.session.page, "lesson");
    EXPECT_EQ(scene.session.lessons["next"].reached, Step::Run); // it asks for no guess
    scene.act(command::OpenLesson{"gone"});
    EXPECT_EQ(scene.session.lesson_id, "next");
    EXPECT_EQ(scene.session.notices.size(), 1u);
}

TEST(DoNavigate, AStepOnceReachedStaysOpen) {
    Scene scene;
    scene.act(command::ReachStep{Step::Explain});
    scene.act(command::ReachStep{Step::Run});
    EXPECT_EQ(scene.state().reached, Step::Explain);
    EXPECT_EQ(scene.state().scroll_to, "first");
    EXPECT_EQ(scene.effects.count("step"), 1);
}

TEST(DoNavigate, LinksMoveSlidersOpenLessonsAndAskBeforeTheyLeave) {
    Scene scene;
    scene.act(command::FollowLink{"set:piece_us=100"});
    EXPECT_TRUE(scene.effects.requests.empty()); // still predicting
    scene.reach_compare();
    scene.act(command::FollowLink{"set:piece_us=100"});
    ASSERT_EQ(scene.effects.requests.size(), 2u);
    EXPECT_EQ(scene.lab().sliders.at("piece_us"), 100);
    scene.act(command::FollowLink{"https://example.org"});
    EXPECT_EQ(scene.effects.web, (std::vector<std::string>{"https://example.org"}));
    scene.act(command::FollowLink{"step:explain"});
    EXPECT_EQ(scene.state().reached, Step::Explain);
    scene.act(command::FollowLink{"file:///etc/passwd"});
    EXPECT_EQ(scene.session.notices.size(), 1u);
    scene.act(command::FollowLink{"lesson:next"});
    EXPECT_EQ(scene.session.lesson_id, "next");
}

TEST(DoNavigate, TabsAndViews) {
    Scene scene;
    scene.act(command::ChooseTab{"no such"});
    EXPECT_EQ(scene.state().tab, "main");
    scene.act(command::ChooseView{"samples"});
    EXPECT_EQ(scene.state().view, "samples");
    scene.act(command::Quit{});
    EXPECT_TRUE(scene.session.quitting);
}

} // namespace
} // namespace lockstep
