// SPDX-License-Identifier: MIT
// The height of a guess, and what the session can be asked.
#include "app/experiment/session.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(Guess, IsInterpolatedBetweenItsHandlesAndEndsWithThem) {
    Guess guess;
    EXPECT_FALSE(guess.at(1));
    guess.curve = {{1, 10}, {3, 20}};
    EXPECT_DOUBLE_EQ(*guess.at(1), 10);
    EXPECT_DOUBLE_EQ(*guess.at(2), 15);
    EXPECT_DOUBLE_EQ(*guess.at(3), 20);
    EXPECT_FALSE(guess.at(0.5));
    EXPECT_FALSE(guess.at(3.5));
}

TEST(Session, TheCardIsTheSettingsOrTheFirst) {
    Session session;
    EXPECT_EQ(session.card(), nullptr);
    session.cards.resize(2);
    session.cards[0].id = "a100";
    session.cards[1].id = "t4";
    EXPECT_EQ(session.card()->id, "a100") << "the settings' is not there";
    session.settings.card = "t4";
    EXPECT_EQ(session.card()->id, "t4");
}

TEST(Session, FindsTheStateOfTheOpenLesson) {
    Session session;
    session.lesson_id = "amdahl";
    EXPECT_FALSE(session.state());
    EXPECT_FALSE(session.block("curve"));
    EXPECT_FALSE(session.sliders_are_free());
    session.lessons["amdahl"].blocks["curve"].ran = true;
    session.lessons["amdahl"].labs["main"].cursor_variant = "simd";
    ASSERT_TRUE(session.block("curve"));
    EXPECT_TRUE(session.block("curve")->ran);
    EXPECT_EQ(session.lab("main")->cursor_variant, "simd");
    EXPECT_FALSE(session.lab("other"));
    EXPECT_FALSE(session.lesson());
}

TEST(Session, SlidersAreFreeFromCompareOn) {
    Session session;
    session.lesson_id = "amdahl";
    LessonState& state = session.lessons["amdahl"];
    for (const auto step : {content::Step::Predict, content::Step::Run}) {
        state.reached = step;
        EXPECT_FALSE(session.sliders_are_free());
    }
    state.reached = content::Step::Compare;
    EXPECT_TRUE(session.sliders_are_free());
}

TEST(Session, WelcomesOnTheFirstLessonUntilTheGuessBegins) {
    Session session;
    session.course.lessons.resize(2);
    session.course.lessons[0].id = "first";
    session.course.lessons[1].id = "second";
    session.lesson_id = "first";
    session.lessons["first"], session.lessons["second"];
    EXPECT_FALSE(session.welcoming()) << "nobody new";
    session.welcome = true;
    EXPECT_TRUE(session.welcoming());
    session.page = "keys";
    EXPECT_FALSE(session.welcoming());
    session.page = "lesson";
    session.presenter.on = true;
    EXPECT_FALSE(session.welcoming()) << "a class comes to see the lab";
    session.presenter.on = false;
    session.lesson_id = "second";
    EXPECT_FALSE(session.welcoming()) << "opened on purpose";
    session.lesson_id = "first";
    session.lessons["first"].reached = content::Step::Run;
    EXPECT_FALSE(session.welcoming());
}

} // namespace
} // namespace lockstep
