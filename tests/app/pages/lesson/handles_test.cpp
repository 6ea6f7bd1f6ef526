// SPDX-License-Identifier: MIT
#include "app/pages/lesson/handles.hpp"

#include <gtest/gtest.h>

namespace lockstep::lab {
namespace {

struct Drawing : testing::Test {
    Axis x, y;
    Pencil pencil;
    Drawing() {
        y.low = 0;
        y.high = 2;
        pencil = {&x, &y, {0.25, 0.5, 0.75, 1}, 0.0};
    }
};

TEST_F(Drawing, PressSetsTheNearestHandle) {
    const auto sets = pencil.press({0.6, 0.5});
    ASSERT_EQ(sets.size(), 1u);
    EXPECT_EQ(sets[0].x, 0.5);
    EXPECT_DOUBLE_EQ(sets[0].y, 1);
}

TEST_F(Drawing, DragSetsEachHandleThatItPassesAtTheHeightWhereItWasPassed) {
    const auto sets = pencil.drag({0.2, 0.2}, {0.9, 0.9}, 0.01);
    ASSERT_EQ(sets.size(), 3u);
    EXPECT_EQ(sets[0].x, 0.25);
    EXPECT_NEAR(sets[0].y, 0.5, 1e-9);
    EXPECT_NEAR(sets[1].y, 1.0, 1e-9);
    EXPECT_NEAR(sets[2].y, 1.5, 1e-9);
}

TEST_F(Drawing, DragToTheLeftPassesHandlesToo) {
    const auto sets = pencil.drag({0.9, 0.9}, {0.4, 0.4}, 0.01);
    ASSERT_EQ(sets.size(), 2u);
    EXPECT_EQ(sets[0].x, 0.5);
    EXPECT_NEAR(sets[0].y, 1, 1e-9);
    EXPECT_EQ(sets[1].x, 0.75);
}

TEST_F(Drawing, HandleUnderTheMouseFollowsIt) {
    const auto sets = pencil.drag({0.5, 0.2}, {0.505, 0.8}, 0.02);
    ASSERT_EQ(sets.size(), 1u);
    EXPECT_EQ(sets[0].x, 0.5);
    EXPECT_NEAR(sets[0].y, 1.6, 1e-9);
}

TEST_F(Drawing, DragBetweenHandlesSetsNone) {
    EXPECT_TRUE(pencil.drag({0.3, 0.3}, {0.4, 0.4}, 0.02).empty());
}

TEST_F(Drawing, AloneAHandleKeepsItsX) {
    const HandleSet set = pencil.drag_alone(2, 0.25);
    EXPECT_EQ(set.x, 0.75);
    EXPECT_DOUBLE_EQ(set.y, 0.5);
}

TEST_F(Drawing, HeightsStayOnTheAxisAndHaveThreeDigits) {
    EXPECT_DOUBLE_EQ(pencil.height(1.7), 2);
    EXPECT_DOUBLE_EQ(pencil.height(-0.3), 0);
    EXPECT_DOUBLE_EQ(pencil.height(0.617283), 1.23);
}

TEST_F(Drawing, KeysStepByFivePerCentOrOne) {
    EXPECT_NEAR(pencil.step(1, 1.0, 1, false).y, 1.1, 1e-9);
    EXPECT_NEAR(pencil.step(1, 1.0, -1, true).y, 0.98, 1e-9);
    EXPECT_EQ(pencil.step(1, 1.0, 1, false).x, 0.5);
    EXPECT_DOUBLE_EQ(pencil.step(1, 1.99, 1, false).y, 2);
}

TEST_F(Drawing, KeysStepAlongALogAxisByItsFractions) {
    y.scale = Scale::Log;
    y.low = 1;
    y.high = 1024;
    EXPECT_NEAR(pencil.step(0, 4, 2, false).y, 8, 1e-9);
}

TEST_F(Drawing, WithoutHandlesNothingIsSet) {
    pencil.handles.clear();
    EXPECT_EQ(pencil.nearest(0.5), -1);
    EXPECT_TRUE(pencil.press({0.5, 0.5}).empty());
}

TEST_F(Drawing, SkippedHandlesAreInterpolatedAndLaterOnesWait) {
    const auto shown = handles_shown(pencil, {{0.75, 1.6}}, 1.0, 0.7);
    ASSERT_EQ(shown.size(), 4u);
    EXPECT_EQ(shown[0].state, HandleState::Between);
    EXPECT_NEAR(shown[0].y, 1.2, 1e-9);
    EXPECT_EQ(shown[2].state, HandleState::Set);
    EXPECT_EQ(shown[3].state, HandleState::Unset);
    EXPECT_NEAR(shown[3].y, 1.6, 1e-9);
}

TEST_F(Drawing, NothingDrawnWaitsAtTheGivenPointOrAtRest) {
    for (const HandleShown& handle : handles_shown(pencil, {}, 1.0, 0.7)) {
        EXPECT_EQ(handle.state, HandleState::Unset);
        EXPECT_EQ(handle.y, 1.0);
    }
    pencil.given_x.reset();
    EXPECT_EQ(handles_shown(pencil, {}, std::nullopt, 0.7)[0].y, 0.7);
}

TEST(Between, IsLinearAndStopsAtTheEnds) {
    const std::map<double, double> points{{1, 10}, {3, 30}};
    EXPECT_EQ(between(points, 1), 10);
    EXPECT_EQ(between(points, 2), 20);
    EXPECT_FALSE(between(points, 0.5));
    EXPECT_FALSE(between(points, 3.5));
    EXPECT_FALSE(between({}, 1));
}

TEST(Typed, TakesDigitsAndOnePoint) {
    Typed typed;
    EXPECT_FALSE(typed.value());
    for (const char letter : std::string("1,6"))
        EXPECT_TRUE(typed.add(letter));
    EXPECT_FALSE(typed.add('.'));
    EXPECT_FALSE(typed.add('x'));
    EXPECT_TRUE(typed.add('2'));
    EXPECT_EQ(typed.text(), "1.62");
    EXPECT_DOUBLE_EQ(*typed.value(), 1.62);
    typed.erase_last();
    EXPECT_DOUBLE_EQ(*typed.value(), 1.6);
    typed.clear();
    EXPECT_TRUE(typed.empty());
}

TEST(Typed, PointAloneIsNoNumber) {
    Typed typed;
    typed.add('.');
    EXPECT_FALSE(typed.value());
}

} // namespace
} // namespace lockstep::lab
