// SPDX-License-Identifier: MIT
// When a breath is taken, what is announced, and which samples a frame spoils.
#include "kernels/measure/slices.hpp"

#include "tests/kernels/measure/scribe.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

constexpr std::int64_t ms = 1'000'000;

Sample sample(int point, int round, std::int64_t begin_ns, std::int64_t end_ns) {
    Sample made;
    made.point = point;
    made.round = round;
    made.begin_ns = begin_ns;
    made.end_ns = end_ns;
    return made;
}

class SlicesTest : public testing::Test {
  protected:
    Crews crews;
    Scribe scribe;
    Slices slices{scribe, crews};
};

TEST_F(SlicesTest, NoBreathWhileTheSliceHasRoom) {
    slices.add(sample(0, 0, 0, ms));
    EXPECT_FALSE(slices.before(1e6));
    EXPECT_TRUE(scribe.sent.empty());
    EXPECT_TRUE(slices.before(200e6)) << "this would outlast the slice";
    EXPECT_EQ(scribe.sent.size(), 1u);
    ASSERT_EQ(scribe.news.size(), 1u);
    EXPECT_TRUE(scribe.news[0].await_go);
    EXPECT_EQ(scribe.news[0].next_slice_ms, protocol::slice_ms);
}

TEST_F(SlicesTest, AClockThatIsSetBackPutsNoBreathOff) {
    slices.add(sample(0, 0, 0, ms));
    slices.clock_jumped(-3600e9); // the hour in which no slice would end
    EXPECT_TRUE(slices.before(1e6));
    EXPECT_EQ(scribe.news.size(), 1u);
}

TEST_F(SlicesTest, ALongRepetitionIsAnnounced) {
    slices.add(sample(0, 0, 0, ms));
    EXPECT_TRUE(slices.before(1000e6));
    EXPECT_GE(scribe.news.back().next_slice_ms, 1000);
    EXPECT_FALSE(slices.before(1000e6)) << "it was just announced";
}

TEST_F(SlicesTest, WhatNobodyKnowsIsAnnouncedAsLong) {
    slices.at_least_ms = 10'000;
    slices.breathe(1e6);
    EXPECT_EQ(scribe.news.back().next_slice_ms, 10'000);
}

TEST_F(SlicesTest, WithNothingToSayNoBreathIsTaken) {
    EXPECT_FALSE(slices.before(500e6));
}

TEST_F(SlicesTest, ASampleThatAFrameTouchedIsMarkedAndTakenAgain) {
    slices.add(sample(0, 3, 10 * ms, 20 * ms));
    slices.add(sample(1, 3, 20 * ms, 30 * ms));
    slices.add(sample(0, 4, 30 * ms, 40 * ms));
    scribe.frames_to_tell = {{25 * ms, 28 * ms}};
    slices.breathe(0);
    const auto again = slices.take_again();
    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again[0].point, 1);
    EXPECT_EQ(again[0].round, 3);
    slices.breathe(0); // the mark follows with the next slice
    ASSERT_EQ(scribe.sent.size(), 4u);
    EXPECT_EQ(scribe.sent.back().point, 1);
    EXPECT_EQ(scribe.sent.back().flags, protocol::sample_redraw);
    EXPECT_TRUE(slices.take_again().empty());
}

TEST_F(SlicesTest, ALongSampleWaitsForTheGoThatTellsOfItsFrame) {
    slices.add(sample(0, 0, 0, 400 * ms));
    scribe.frames_to_tell = {{350 * ms, 360 * ms}};
    slices.breathe(0);
    ASSERT_EQ(scribe.sent.size(), 1u);
    EXPECT_EQ(scribe.sent[0].flags, protocol::sample_redraw) << "sent once, with its mark";
    EXPECT_EQ(slices.take_again().size(), 1u);
}

TEST_F(SlicesTest, ASampleIsTakenAgainThreeTimesAtMost) {
    int again = 0;
    for (int i = 0; i < 6; ++i) {
        slices.add(sample(0, 0, 0, 10 * ms));
        scribe.frames_to_tell = {{0, 5 * ms}};
        slices.breathe(0);
        again += static_cast<int>(slices.take_again().size());
    }
    EXPECT_EQ(again, 3);
}

TEST_F(SlicesTest, WhatIsForgottenIsNotSent) {
    slices.add(sample(0, 0, 0, ms));
    slices.add(sample(1, 0, ms, 2 * ms));
    slices.forget(0);
    slices.breathe(0);
    ASSERT_EQ(scribe.sent.size(), 1u);
    EXPECT_EQ(scribe.sent[0].point, 1);
}

} // namespace
} // namespace lockstep
