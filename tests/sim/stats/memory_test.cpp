// SPDX-License-Identifier: MIT
// The memory of rounds against autoregressions whose memory is known, and coverage with it: 2000
// whole runs each, pilot and all, on skewed and on autocorrelated noise.
#include "sim/stats/memory.hpp"

#include "sim/stats/quantile.hpp"
#include "trials.hpp"

#include <gtest/gtest.h>

namespace lockstep::stats {

static constexpr double lowest_goal = 0.94, highest_goal = 0.975;

TEST(RoundMemory, IsThatOfTheAutoregression) {
    Random random(1);
    for (const double memory : {0.3, 0.6, 0.9}) {
        std::vector<double> found;
        for (int i = 0; i < 100; ++i)
            found.push_back(round_memory(autocorrelated(random, 200, memory)));
        EXPECT_NEAR(median(found), memory, 0.04);
    }
}

TEST(RoundMemory, IsFreeOfTheBiasOfShortSeries) {
    Random random(2);
    std::vector<double> found;
    for (int i = 0; i < 2000; ++i)
        found.push_back(round_memory(autocorrelated(random, 26, 0.6)));
    EXPECT_NEAR(median(found), 0.6, 0.05) << "the plain estimate would give less than 0.5";
}

TEST(RoundMemory, IndependentRoundsSeldomShowAny) {
    Random random(3);
    int any = 0;
    constexpr int trials = 4000;
    for (int i = 0; i < trials; ++i)
        any += round_memory(autocorrelated(random, 41, 0)) > 0 ? 1 : 0;
    EXPECT_NEAR(static_cast<double>(any) / trials, 0.1, 0.03);
}

TEST(RoundMemory, ASingleWildRoundDoesNotMakeOrHideIt) {
    Random random(4);
    std::vector<double> waves = autocorrelated(random, 60, 0.7);
    const double memory = round_memory(waves);
    waves[30] *= 1000;
    EXPECT_NEAR(round_memory(waves), memory, 0.15);
    EXPECT_GT(memory, 0.3);
}

TEST(RoundMemory, NoneWhereNothingCanBeSaid) {
    EXPECT_EQ(round_memory({}), 0);
    EXPECT_EQ(round_memory(std::vector<double>{1, 2, 3, 4, 5}), 0) << "five are too few";
    EXPECT_EQ(round_memory(std::vector<double>(20, 1.5)), 0) << "all the same";
    std::vector<double> turns;
    for (int i = 0; i < 30; ++i)
        turns.push_back(i % 2);
    EXPECT_EQ(round_memory(turns), 0) << "turns make intervals too wide, which is no danger";
}

TEST(IntervalMemory, IsNeverLessAndNoneWhereThereIsNone) {
    Random random(7);
    for (int i = 0; i < 200; ++i) {
        const auto ratios = autocorrelated(random, 41, i % 2 == 0 ? 0 : 0.6);
        const double memory = round_memory(ratios);
        if (memory == 0) {
            EXPECT_EQ(interval_memory(ratios), 0) << "independent rounds cost no width";
        } else {
            EXPECT_GT(interval_memory(ratios), memory);
        }
        EXPECT_LE(interval_memory(ratios), 0.97);
    }
    EXPECT_EQ(interval_memory({}), 0);
    EXPECT_EQ(interval_memory(std::vector<double>(20, 1.5)), 0) << "all the same";
}

TEST(IntervalMemory, SeesWhatRemembersUnderNoiseThatDoesNot) {
    Random random(8);
    std::vector<double> first_lag, all_lags;
    for (int i = 0; i < 100; ++i) {
        auto ratios = autocorrelated(random, 200, 0.9);
        const auto noise = autocorrelated(random, 200, 0);
        for (std::size_t k = 0; k < ratios.size(); ++k)
            ratios[k] *= noise[k];
        first_lag.push_back(round_memory(ratios));
        all_lags.push_back(interval_memory(ratios));
    }
    EXPECT_LT(median(first_lag), 0.6) << "half of it is hidden";
    EXPECT_GT(median(all_lags), 0.75);
}

TEST(Widening, IsTheVarianceOfTheCountOfSigns) {
    EXPECT_EQ(widening(0, 100), 1);
    // By simulation: how much the number of rounds above the median scatters, against n/4.
    Random random(5);
    for (const double memory : {0.3, 0.7}) {
        constexpr int n = 60, trials = 20000;
        double squares = 0;
        for (int i = 0; i < trials; ++i) {
            double above = 0;
            for (const double x : autocorrelated(random, n, memory))
                above += x > 1 ? 1 : 0;
            squares += (above - n / 2.0) * (above - n / 2.0);
        }
        EXPECT_NEAR(squares / trials / (n / 4.0) / widening(memory, n), 1, 0.05) << memory;
    }
}

TEST(Widening, MovesTheRanksOutwards) {
    EXPECT_EQ(sign_test_rank(101, 1), sign_test_rank(101));
    EXPECT_EQ(sign_test_rank(101, 4), 31) << "41 is 10 from the middle, 51; 31 is 20";
    EXPECT_EQ(sign_test_rank(15, 9), 0) << "15 that count like 2 have no interval";
    EXPECT_EQ(sign_test_rank(5, 1), 0);
    std::vector<double> a, b;
    for (int i = 1; i <= 15; ++i) {
        a.push_back(1 + i / 100.0);
        b.push_back(1);
    }
    const Interval all = ratio_interval(a, b, 0.9);
    EXPECT_TRUE(all.whole_range);
    EXPECT_EQ(all.low, a.front());
    EXPECT_EQ(all.high, a.back());
    EXPECT_FALSE(distinguishable(all)) << "it claims nothing";
    EXPECT_TRUE(distinguishable(ratio_interval(a, b)));
}

/// The band is three standard errors of 2000 trials wide beyond the goal, which is met on average.
static void expect_goal(const char* what, const Coverage& found) {
    std::printf("coverage, %s: %.4f, %.0f rounds, %.3f whole range\n", what, found.share,
                found.rounds, found.whole_range);
    EXPECT_GE(found.share, lowest_goal) << what;
    EXPECT_LE(found.share, highest_goal) << what;
}

TEST(Coverage, HoldsOnSkewedNoise) {
    expect_goal("skewed, few rounds", coverage_of(&skewed, 0.05, 1));
    expect_goal("skewed, many rounds", coverage_of(&skewed, 0.01, 1));
}

TEST(Coverage, HoldsOnAMachineThatRemembers) {
    for (const double memory : {0.3, 0.6, 0.9})
        expect_goal("the machine's memory", coverage_of(machine_remembers(memory), 0.01, 1));
}

TEST(Coverage, HoldsWhereEachSideRemembers) {
    for (const double memory : {0.2, 0.4, 0.6}) {
        expect_goal("a side's memory, few rounds", coverage_of(sides_remember(memory), 0.05, 1));
        expect_goal("a side's memory", coverage_of(sides_remember(memory), 0.01, 1));
    }
}

TEST(Coverage, IsLostWithoutAskingForTheMemory) {
    Random random(6);
    int held = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto a = autocorrelated(random, 21, 0.6), b = autocorrelated(random, 21, 0.6);
        held += ratio_interval(a, b).contains(1) ? 1 : 0;
    }
    EXPECT_LT(held, 0.88 * 2000) << "which is why it is asked";
}

TEST(Coverage, HoldsForALongMemoryToo) {
    // So few independent rounds are in such a run that even all of its samples may miss the truth;
    // nothing is claimed from those.
    const Coverage found = coverage_of(sides_remember(0.8), 0.01, 1);
    expect_goal("a side's memory of 0.8", found);
    EXPECT_GT(found.whole_range, 0.02);
}

TEST(Coverage, HoldsWhereASidesMemoryIsHalfHidden) {
    expect_goal("a memory of 0.6 under noise",
                coverage_of(sides_remember_under_noise(0.6), 0.01, 1));
    // What remembers for ten rounds and shows half of it is the limit: 74 % by the first lag alone.
    const Coverage found = coverage_of(sides_remember_under_noise(0.9), 0.01, 1);
    std::printf("coverage, a memory of 0.9 under noise: %.4f\n", found.share);
    EXPECT_GT(found.share, 0.86);
}

} // namespace lockstep::stats
