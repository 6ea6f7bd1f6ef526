// SPDX-License-Identifier: MIT
// A right guess, every reading, a guess like none, and guesses of other kinds.
#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

std::optional<Refutation> said_to(const std::function<double(double)>& height,
                                  const TimeOf& time_of = amdahl_time) {
    Scene scene;
    scene.guess(height);
    scene.act(command::StartRun{"main"});
    scene.answer(time_of);
    return refutation(scene.session, scene.open(), curve_body(), "curve");
}

TEST(Refutation, ARightGuessHearsWhyItWasRight) {
    const auto said = said_to([](double f) { return 1 / (1 - f / 2); });
    ASSERT_TRUE(said);
    EXPECT_TRUE(said->right);
    EXPECT_THAT(said->says, StartsWith("Right: 1.3"));
}

TEST(Refutation, TheNearestReadingSpeaks) {
    const auto line = said_to([](double f) { return 1 + f; });
    ASSERT_TRUE(line);
    EXPECT_FALSE(line->right);
    EXPECT_THAT(line->says, MatchesRegex("You drew 1\\.5, this machine gave 1\\.33[0-9]*\\."));
    EXPECT_THAT(line->headline, MatchesRegex("You drew 1\\.[0-9]+ at f = 0\\.[0-9]+\\. This "
                                             "machine gave 1\\.[0-9]+ ± 0\\.[0-9]+\\."));
    const auto everywhere = said_to([](double) { return 2.0; });
    ASSERT_TRUE(everywhere);
    EXPECT_THAT(everywhere->says, StartsWith("Even with nothing shared you drew 2"));
}

TEST(Refutation, AGuessLikeNoReadingIsOnlyContradicted) {
    const auto flat = said_to([](double) { return 1.0; });
    ASSERT_TRUE(flat);
    EXPECT_FALSE(flat->right);
    EXPECT_EQ(flat->says, "");
    EXPECT_THAT(flat->headline, HasSubstr("You drew 1.00 at f = 1. This machine gave 1.999"));
}

TEST(Refutation, AReadingNearerToTheMeasurementThanTheGuessIsSilent) {
    // The machine itself goes along the straight line: to have drawn it is no misconception.
    const auto said = said_to([](double f) { return 1.05 + f; },
                              [](const Point& point) {
                                  const double f = value_of(point.parameters, "f", 0);
                                  return point.variant == "serial" ? 1e6 : 1e6 / (1 + f);
                              });
    ASSERT_TRUE(said);
    EXPECT_TRUE(said->right);
}

TEST(Refutation, NothingIsSaidWithoutARun) {
    Scene scene;
    scene.guess([](double f) { return 1 + f; });
    EXPECT_FALSE(refutation(scene.session, scene.open(), curve_body(), "curve"));
}

TEST(Refutation, WhereNothingCanBeMeasuredTheModelAnswersAndSaysSo) {
    Scene scene;
    scene.guess([](double f) { return 1 + 2 * f; });
    scene.act(command::StartRun{"main"});
    scene.begin();
    scene.answer();
    for (lockstep::Run* run : {&*scene.lab().run, &scene.lab().by_block.at("first")})
        for (Series& series : run->series)
            series.points.clear();
    const auto said = refutation(scene.session, scene.open(), curve_body(), "curve");
    ASSERT_TRUE(said);
    EXPECT_THAT(said->headline, HasSubstr("cannot measure it; the model says"));
}

TEST(Refutation, Choices) {
    Scene scene;
    scene.reach_compare();
    const auto* body = scene.open().body<content::PredictBody>("limit");
    EXPECT_FALSE(refutation(scene.session, scene.open(), *body, "limit"));
    scene.act(command::DraftChoice{"limit", 0});
    scene.act(command::LockGuess{"limit"});
    EXPECT_EQ(refutation(scene.session, scene.open(), *body, "limit")->says, "The 5 % stay.");
    scene.block("limit").guesses[0].choice = 1;
    EXPECT_TRUE(refutation(scene.session, scene.open(), *body, "limit")->right);
    EXPECT_EQ(refutation(scene.session, scene.open(), *body, "limit")->says, "1/0.05.");
}

TEST(Refutation, NumbersAndOrders) {
    Scene scene;
    scene.reach_compare();
    content::PredictBody number;
    number.kind = content::PredictKind::Number;
    number.answer_live = "measured f=1";
    number.right = "So it is.";
    number.readings.emplace_back();
    number.readings[0].like = "measured f=0.5";
    number.readings[0].says = "That is one half.";
    const auto said = [&](double guess) {
        scene.block("limit").guesses.assign(1, Guess{});
        scene.block("limit").guesses[0].number = guess;
        return *refutation(scene.session, scene.open(), number, "limit");
    };
    EXPECT_TRUE(said(2.1).right);
    EXPECT_EQ(said(2.1).says, "So it is.");
    EXPECT_EQ(said(1.33).says, "That is one half.");
    EXPECT_FALSE(said(7).right);
    EXPECT_THAT(said(7).headline, StartsWith("You said 7. This machine gave"));

    content::PredictBody order;
    order.kind = content::PredictKind::Order;
    order.order = {1, 0};
    order.right = "Yes.";
    scene.block("limit").guesses.assign(1, Guess{});
    scene.block("limit").guesses[0].order = {1, 0};
    EXPECT_TRUE(refutation(scene.session, scene.open(), order, "limit")->right);
    scene.block("limit").guesses[0].order = {0, 1};
    EXPECT_FALSE(refutation(scene.session, scene.open(), order, "limit")->right);
}

} // namespace
} // namespace lockstep
