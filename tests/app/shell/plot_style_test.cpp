// SPDX-License-Identifier: MIT
#include "app/shell/plot_style.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::shell {
namespace {

using testing::ElementsAre;

TEST(NiceTicks, AreThoseAPersonWouldChoose) {
    EXPECT_THAT(nice_ticks(0, 1, Scale::Linear, 5),
                ElementsAre(testing::DoubleNear(0, 1e-12), testing::DoubleNear(0.2, 1e-12),
                            testing::DoubleNear(0.4, 1e-12), testing::DoubleNear(0.6, 1e-12),
                            testing::DoubleNear(0.8, 1e-12), testing::DoubleNear(1, 1e-12)));
    EXPECT_THAT(nice_ticks(0, 100, Scale::Linear, 4), ElementsAre(0, 25, 50, 75, 100));
}

TEST(NiceTicks, DoublePerGridLine) {
    EXPECT_THAT(nice_ticks(1, 16, Scale::Doubling, 5), ElementsAre(1, 2, 4, 8, 16));
    EXPECT_THAT(nice_ticks(0.5, 8, Scale::Doubling, 6), ElementsAre(0.5, 1, 2, 4, 8));
}

TEST(NiceTicks, GoLinearWithinOneDoubling) {
    const auto ticks = nice_ticks(0.8, 2.2, Scale::Doubling, 6);
    EXPECT_GE(ticks.size(), 4u);
}

TEST(NiceTicks, SayNothingOfAnEmptyAxis) {
    EXPECT_TRUE(nice_ticks(1, 1, Scale::Linear, 5).empty());
    EXPECT_TRUE(nice_ticks(2, 1, Scale::Linear, 5).empty());
    EXPECT_TRUE(nice_ticks(0, 1, Scale::Linear, 0).empty());
}

TEST(NiceTicks, StayInsideAndRise) {
    for (double low = -3; low < 3; low += 0.7)
        for (double span = 0.01; span < 1e6; span *= 3.1) {
            const auto ticks = nice_ticks(low, low + span, Scale::Linear, 6);
            ASSERT_GE(ticks.size(), 2u) << low << " " << span;
            EXPECT_LE(ticks.size(), 13u);
            for (std::size_t i = 0; i < ticks.size(); ++i) {
                EXPECT_GE(ticks[i], low - span * 1e-6);
                EXPECT_LE(ticks[i], low + span * (1 + 1e-6));
                if (i) {
                    EXPECT_GT(ticks[i], ticks[i - 1]);
                }
            }
        }
}

TEST(LabelPlacer, KeepsInsideItsBounds) {
    const LabelPlacer placer({0, 0}, {100, 100});
    EXPECT_TRUE(placer.is_clear({10, 10}, {20, 20}));
    EXPECT_FALSE(placer.is_clear({90, 10}, {120, 20}));
}

TEST(LabelPlacer, KeepsClearOfCurvesAndBoxes) {
    LabelPlacer placer({0, 0}, {100, 100});
    placer.keep_clear({40, 40}, {60, 60});
    EXPECT_FALSE(placer.is_clear({50, 50}, {70, 55}));
    const ImVec2 line[] = {{0, 90}, {100, 90}};
    placer.keep_clear(line, 3);
    EXPECT_FALSE(placer.is_clear({20, 85}, {30, 95}));
    EXPECT_TRUE(placer.is_clear({20, 65}, {30, 80}));
}

TEST(LabelPlacer, CountsWhatWouldBeCovered) {
    LabelPlacer placer({0, 0}, {100, 100});
    placer.keep_clear({40, 40}, {60, 60});
    placer.keep_clear({50, 10}, {60, 20});
    EXPECT_EQ(placer.covered({0, 0}, {30, 100}), 0);
    EXPECT_EQ(placer.covered({30, 30}, {55, 55}), 1);
    EXPECT_EQ(placer.covered({0, 0}, {100, 100}), 2);
}

TEST(UprightTitle, LosesItsLastWordsWhereThereIsNoRoom) {
    const auto in_letters = [](std::size_t most) {
        return first_words("times as much as when none leaves",
                           [most](std::string_view words) { return words.size() <= most; });
    };
    EXPECT_EQ(in_letters(100), "times as much as when none leaves");
    EXPECT_EQ(in_letters(32), "times as much as when none …");
    EXPECT_EQ(in_letters(18), "times as much …");
    EXPECT_EQ(in_letters(3), "times …") << "one word is left whatever there is";
}

} // namespace
} // namespace lockstep::shell
