// SPDX-License-Identifier: MIT
// Repetitions per sample, and what the doubling check calls right.
#include "kernels/measure/calibration.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::ElementsAre;

std::vector<int> chosen(std::vector<double> lengths_ns, double sample_ns = 1e6) {
    return repetitions_of(lengths_ns, sample_ns);
}

TEST(Calibration, ASampleLastsLongEnough) {
    EXPECT_EQ(sample_length_ns(20, 4, true), 1'000'000);
    EXPECT_EQ(sample_length_ns(4000, 4, true), 4'000'000) << "a thousand ticks of a coarse clock";
    EXPECT_THAT(chosen({1000}), ElementsAre(1000));
    EXPECT_THAT(chosen({3000}), ElementsAre(334)) << "rounded up";
    EXPECT_THAT(chosen({5e6}), ElementsAre(1));
}

TEST(Calibration, AShortBudgetOfSingleWorkersHasShortSamples) {
    EXPECT_EQ(sample_length_ns(20, 0.5, true), 1'000'000);
    EXPECT_EQ(sample_length_ns(20, 0.25, true), 200'000);
    EXPECT_EQ(sample_length_ns(4000, 0.25, true), 4'000'000);
    EXPECT_EQ(sample_length_ns(20, 0.25, false), 1'000'000) << "several workers";
}

TEST(Calibration, TheSameForAllSidesWithinAFactorOfEight) {
    EXPECT_THAT(chosen({8000, 1000, 4000}), ElementsAre(1000, 1000, 1000));
    EXPECT_THAT(chosen({8001, 1000}), ElementsAre(125, 1000));
    // Groups begin at their shortest: 9 and 60 belong together, not 1 and 9.
    EXPECT_THAT(chosen({9000, 60000, 1000}), ElementsAre(112, 112, 1000));
}

TEST(Calibration, NothingAndNonsenseHaveANumber) {
    EXPECT_TRUE(chosen({}).empty());
    EXPECT_GE(chosen({0})[0], 1);
}

TEST(Calibration, TwiceTheWorkTakesTwiceAsLong) {
    EXPECT_DOUBLE_EQ(doubling_ratio(10, 10, 20), 2);
    // The second half's inputs are dearer: that is no contradiction.
    EXPECT_DOUBLE_EQ(doubling_ratio(10, 30, 40), 2);
    EXPECT_TRUE(doubling_holds(1.91));
    EXPECT_TRUE(doubling_holds(2.09));
    EXPECT_FALSE(doubling_holds(1.89)) << "work was left out";
    EXPECT_FALSE(doubling_holds(2.11)) << "something else was counted";
    EXPECT_LT(surely_left_out, 1.9);
}

TEST(Calibration, WorkThatIsDoneOnceABatchIsSeenInASmallOne) {
    // 50 us once, and a nanosecond a repetition: twice as many of a million take twice as long.
    EXPECT_TRUE(done_once(50'004, 4, 1'050'000, 1'000'000, 2'000));
    EXPECT_FALSE(done_once(40, 4, 10'000'000, 1'000'000, 2'000)) << "10 ns each, few or many";
    EXPECT_FALSE(done_once(1'600, 4, 1'000'000, 1'000'000, 2'000)) << "stamps and waking";
    EXPECT_FALSE(done_once(70'000, 4, 100'000'000, 10'000, 2'000)) << "a cold first one";
}

TEST(Calibration, TheCheckEndsWithTheFirstTryThatHolds) {
    DoublingCheck check;
    EXPECT_TRUE(check.wanted());
    check.add(1.2);
    check.add_disturbed();
    EXPECT_TRUE(check.wanted());
    check.add(2.05);
    EXPECT_FALSE(check.wanted());
    EXPECT_EQ(check.verdict(), DoublingCheck::Verdict::Holds);
    EXPECT_EQ(check.ratio(), 2.05);
}

TEST(Calibration, OnlyTriesThatAgreeCallAResultWrong) {
    using Verdict = DoublingCheck::Verdict;
    const auto verdict_of = [](std::vector<double> ratios) {
        DoublingCheck check;
        for (int i = 0; i < 5; ++i)
            if (i < static_cast<int>(ratios.size()))
                check.add(ratios[static_cast<std::size_t>(i)]);
            else
                check.add_disturbed();
        EXPECT_FALSE(check.wanted());
        return check.verdict();
    };
    EXPECT_EQ(verdict_of({1.0, 1.1, 1.0, 1.2, 1.0}), Verdict::WorkLeftOut);
    EXPECT_EQ(verdict_of({1.0, 1.1}), Verdict::WorkLeftOut);
    EXPECT_EQ(verdict_of({1.0}), Verdict::Odd) << "one try is no proof";
    EXPECT_EQ(verdict_of({1.0, 1.8}), Verdict::Odd);
    EXPECT_EQ(verdict_of({2.5, 2.4, 2.6}), Verdict::Odd);
    EXPECT_EQ(verdict_of({}), Verdict::Open) << "nobody could tell";
}

} // namespace
} // namespace lockstep
