// SPDX-License-Identifier: MIT
// Which rounds are paired.
#include "app/experiment/paired_rounds.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <memory>

namespace lockstep {
namespace {

Point with(std::vector<int> rounds, std::vector<int> flags) {
    Point point;
    point.round = std::move(rounds);
    point.flags = std::move(flags);
    point.time_ns.resize(point.round.size(), 1);
    return point;
}

TEST(PairedRounds, OnlyRoundsOfBothSidesCount) {
    const auto pairs = paired_rounds(std::make_unique<Point>(with({1, 2, 4}, {0, 0, 0})).get(),
                                     with({4, 2, 3}, {0, 0, 0}));
    ASSERT_EQ(pairs.size(), 2u);
    EXPECT_EQ(pairs[0].round, 2);
    EXPECT_EQ(pairs[0].baseline, 1u);
    EXPECT_EQ(pairs[0].variant, 1u);
    EXPECT_EQ(pairs[1].round, 4);
}

TEST(PairedRounds, ThePilotCountsOnlyWhileThereIsNothingElse) {
    const Point pilot = with({0, 1}, {1, 1});
    EXPECT_EQ(paired_rounds(&pilot, pilot).size(), 2u);
    EXPECT_TRUE(paired_rounds(&pilot, pilot)[0].pilot);
    const Point both = with({0, 1, 0}, {1, 1, 0}); // rounds may be numbered anew after the pilot
    ASSERT_EQ(paired_rounds(&both, both).size(), 1u);
    EXPECT_FALSE(paired_rounds(&both, both)[0].pilot);
}

TEST(PairedRounds, ThePilotCanBeAskedForAlone) {
    const Point both = with({0, 1, 2, 3}, {1, 1, 0, 0});
    const auto pilot = pilot_rounds(nullptr, both);
    ASSERT_EQ(pilot.size(), 2u);
    EXPECT_EQ(pilot[1].round, 1);
    EXPECT_TRUE(pilot_rounds(nullptr, with({2, 3}, {0, 0})).empty());
}

TEST(PairedRounds, EitherSideDisturbsARound) {
    const Point calm = with({1, 2}, {0, 0});
    const Point busy = with({1, 2}, {0, protocol::sample_disturbed});
    EXPECT_FALSE(paired_rounds(&calm, busy)[0].disturbed);
    EXPECT_TRUE(paired_rounds(&calm, busy)[1].disturbed);
    EXPECT_TRUE(paired_rounds(&busy, calm)[1].disturbed);
}

TEST(PairedRounds, ASampleTakenAgainReplacesTheOneThatARedrawTouched) {
    const Point again = with({1, 1, 2}, {protocol::sample_redraw, 0, protocol::sample_redraw});
    const auto pairs = paired_rounds(nullptr, again);
    ASSERT_EQ(pairs.size(), 1u);
    EXPECT_EQ(pairs[0].variant, 1u);
}

TEST(PairedRounds, ASampleWithoutATimeIsNone) {
    Point point = with({1, 2}, {0, 0});
    point.time_ns[0] = std::nan("");
    ASSERT_EQ(paired_rounds(nullptr, point).size(), 1u);
    EXPECT_EQ(paired_rounds(nullptr, point)[0].round, 2);
}

} // namespace
} // namespace lockstep
