// SPDX-License-Identifier: MIT
#include "sim/stats/rounds.hpp"

#include "noise.hpp"
#include "sim/stats/interval.hpp"
#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace lockstep::stats {

using testing::ElementsAre;
using testing::IsEmpty;

static std::vector<double> pilot(Random& random, double sigma) {
    std::vector<double> ratios;
    for (int i = 0; i < pilot_rounds; ++i)
        ratios.push_back(1.5 * lognormal(random, sigma));
    return ratios;
}

TEST(RoundsTest, AreOddAtLeastFifteenAndWithinTheBudget) {
    Random random(1);
    for (int trial = 0; trial < 500; ++trial) {
        const double sigma = std::pow(10, -4 + 4 * random.uniform());
        const int most = 1 + static_cast<int>(random.below(400));
        const int n = rounds_needed(pilot(random, sigma), 0.01, most);
        EXPECT_EQ(n % 2, 1);
        EXPECT_LE(n, most);
        EXPECT_GE(n, std::min(fewest_rounds, most % 2 == 1 ? most : std::max(1, most - 1)));
    }
}

TEST(RoundsTest, QuietPilotsNeedFifteenAndNoisyOnesTheWholeBudget) {
    const std::vector<double> still(pilot_rounds, 1.5);
    EXPECT_EQ(rounds_needed(still, 0.01, 1000), 15);
    Random random(2);
    EXPECT_EQ(rounds_needed(pilot(random, 2), 0.01, 400), 399);
    EXPECT_EQ(rounds_needed(still, 0.01, 16), 15);
    EXPECT_EQ(rounds_needed(still, 0.01, 8), 7);
    EXPECT_EQ(rounds_needed(still, 0.01, 0), 1);
    EXPECT_EQ(rounds_needed({}, 0.01, 1000), 15) << "no pilot says nothing";
}

TEST(RoundsTest, ThePlannedWidthComesOut) {
    // A single pilot of eleven is a rough guide; over many, the typical width is the one asked for.
    Random random(3);
    std::vector<double> widths;
    for (int trial = 0; trial < 300; ++trial) {
        const int n = rounds_needed(pilot(random, 0.05), 0.03, 100000);
        std::vector<double> ratios;
        for (int i = 0; i < n; ++i)
            ratios.push_back(lognormal(random, 0.05));
        const Interval interval = median_interval(ratios);
        widths.push_back((interval.high - interval.low) / interval.value);
    }
    EXPECT_NEAR(median(widths), 0.03, 0.004);
}

TEST(RoundsTest, APilotThatRemembersAsksForMore) {
    // The same eleven ratios, in a wave and shuffled.
    const std::vector<double> wave{1.00,  1.01,  1.02,  1.03,  1.04, 1.05,
                                   1.045, 1.035, 1.025, 1.015, 1.005};
    const std::vector<double> shuffled{1.04, 1.00,  1.035, 1.01, 1.05, 1.005,
                                       1.03, 1.015, 1.045, 1.02, 1.025};
    EXPECT_GT(rounds_needed(wave, 0.02, 100000), 1.5 * rounds_needed(shuffled, 0.02, 100000));
    EXPECT_EQ(rounds_needed(wave, 0.02, 101), 101) << "as far as the budget goes";
}

TEST(RoundsTest, HalfTheWidthTakesFourTimesTheRounds) {
    Random random(4);
    const std::vector<double> ratios = pilot(random, 0.1);
    const double n = rounds_needed(ratios, 0.02, 1000000);
    EXPECT_NEAR(rounds_needed(ratios, 0.01, 1000000) / n, 4, 0.05);
}

TEST(WilliamsTest, TwoSidesGoABBA) {
    EXPECT_THAT(williams_order(2, 0), ElementsAre(0, 1));
    EXPECT_THAT(williams_order(2, 1), ElementsAre(1, 0));
    EXPECT_THAT(williams_order(2, 2), ElementsAre(0, 1));
    EXPECT_THAT(williams_order(1, 5), ElementsAre(0));
}

TEST(WilliamsTest, EachRoundHasEachSideOnce) {
    for (int sides = 1; sides <= 12; ++sides) {
        for (int round = 0; round < 30; ++round) {
            std::vector<int> order = williams_order(sides, round);
            std::ranges::sort(order);
            for (int i = 0; i < sides; ++i)
                ASSERT_EQ(order[static_cast<std::size_t>(i)], i);
        }
    }
}

TEST(WilliamsTest, EachSideStandsInEachPlaceEquallyOften) {
    for (int sides = 2; sides <= 12; ++sides) {
        std::map<std::pair<int, int>, int> counts;
        const int period = williams_period(sides);
        for (int round = 0; round < period; ++round) {
            const std::vector<int> order = williams_order(sides, round);
            for (int place = 0; place < sides; ++place)
                ++counts[{order[static_cast<std::size_t>(place)], place}];
        }
        EXPECT_EQ(counts.size(), static_cast<std::size_t>(sides * sides));
        for (const auto& [pair, count] : counts)
            EXPECT_EQ(count, period / sides) << sides;
    }
}

TEST(WilliamsTest, EachSideFollowsEachOtherEquallyOften) {
    for (int sides = 2; sides <= 12; ++sides) {
        std::map<std::pair<int, int>, int> follows;
        const int period = williams_period(sides);
        for (int round = 0; round < period; ++round) {
            const std::vector<int> order = williams_order(sides, round);
            for (std::size_t place = 1; place < order.size(); ++place)
                ++follows[{order[place - 1], order[place]}];
        }
        EXPECT_EQ(follows.size(), static_cast<std::size_t>(sides * (sides - 1)));
        for (const auto& [pair, count] : follows)
            EXPECT_EQ(count, period / sides) << sides;
    }
}

TEST(WilliamsTest, ALinearDriftCancelsAndInAFixedOrderItDoesNot) {
    // All sides are equally fast, but each sample is a little slower than the one before.
    for (int sides = 2; sides <= 7; ++sides) {
        std::vector<double> balanced(static_cast<std::size_t>(sides)), fixed(balanced);
        double now = 0;
        for (int round = 0; round < 2 * williams_period(sides); ++round) {
            const std::vector<int> order = williams_order(sides, round);
            for (std::size_t place = 0; place < order.size(); ++place, now += 1e-3) {
                balanced[static_cast<std::size_t>(order[place])] += now;
                fixed[place] += now;
            }
        }
        for (const double total : balanced)
            EXPECT_NEAR(total, balanced.front(), 1e-9) << sides;
        EXPECT_GT(fixed.back() - fixed.front(), 1e-3) << sides;
    }
}

TEST(WilliamsTest, ALinearDriftDoesNotBiasTheMedianOfRatios) {
    // Drift of 0.5 % a sample in noise of 1 %: in the order A B, A B the ratio is off by all of it.
    Random random(5);
    std::vector<double> balanced, fixed;
    for (int trial = 0; trial < 300; ++trial) {
        std::vector<double> a, b, first, second;
        for (int round = 0; round < 51; ++round) {
            const double early = lognormal(random, 0.01) * std::exp(0.005 * 2 * round);
            const double late = lognormal(random, 0.01) * std::exp(0.005 * (2 * round + 1));
            const bool a_first = williams_order(2, round).front() == 0;
            a.push_back(a_first ? early : late);
            b.push_back(a_first ? late : early);
            first.push_back(early);
            second.push_back(late);
        }
        balanced.push_back(ratio_interval(b, a).value);
        fixed.push_back(ratio_interval(second, first).value);
    }
    EXPECT_NEAR(median(balanced), 1, 0.001);
    EXPECT_NEAR(median(fixed), 1.005, 0.001);
}

static constexpr double ms = 1e6;

TEST(DisturbedTest, NeedsThreeTimesTheUsualAndOnePerCentOfTheSample) {
    const Watched usual{1, 0.01 * ms, 0.002 * ms};
    const double sample_ns = 5 * ms; // 1 % is 0.05 ms
    EXPECT_FALSE(disturbed({}, usual, sample_ns));
    EXPECT_TRUE(disturbed({0, 0.06 * ms, 0}, usual, sample_ns));
    EXPECT_FALSE(disturbed({0, 0.04 * ms, 0}, usual, sample_ns)) << "below 1 %";
    EXPECT_TRUE(disturbed({0, 0, 0.06 * ms}, usual, sample_ns));
    EXPECT_FALSE(disturbed({0, 0, 0.04 * ms}, usual, sample_ns));
    const Watched noisy{1, 0.03 * ms, 0.03 * ms};
    EXPECT_FALSE(disturbed({0, 0.08 * ms, 0.08 * ms}, noisy, sample_ns)) << "usual here";
    EXPECT_TRUE(disturbed({0, 0.1 * ms, 0}, noisy, sample_ns));
}

TEST(DisturbedTest, ASwitchCountsByTheTimeThatItCost) {
    const Watched usual{1, 0.1 * ms, 0};
    EXPECT_TRUE(disturbed({4, 0.2 * ms, 0}, usual, 5 * ms)) << "four switches and 4 % gone";
    EXPECT_FALSE(disturbed({3, 0.2 * ms, 0}, usual, 5 * ms)) << "three times the usual, not more";
    EXPECT_FALSE(disturbed({40, 0.04 * ms, 0}, usual, 5 * ms)) << "switched, but nothing lost";
}

TEST(DisturbedTest, ASlowSampleIsNotDisturbedForBeingSlow) {
    const Watched usual{0, 0.01 * ms, 0}, seen{0, 0.04 * ms, 0};
    EXPECT_TRUE(disturbed(seen, usual, 2 * ms));
    EXPECT_FALSE(disturbed(seen, usual, 2000 * ms));
}

TEST(KeepRoundsTest, UpToAQuarterIsLeftOut) {
    const KeptRounds kept = keep_rounds(std::vector<int>{0, 1, 0, 0, 0, 2, 0, 0});
    EXPECT_THAT(kept.rounds, ElementsAre(0, 2, 3, 4, 6, 7));
    EXPECT_EQ(kept.left_out, 2);
    EXPECT_FALSE(kept.point_disturbed);
}

TEST(KeepRoundsTest, MoreThanAQuarterMakesThePointDisturbedAndKeepsAll) {
    const KeptRounds kept = keep_rounds(std::vector<int>{1, 1, 0, 0, 0, 1, 0, 0});
    EXPECT_THAT(kept.rounds, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
    EXPECT_EQ(kept.left_out, 3);
    EXPECT_TRUE(kept.point_disturbed);
}

TEST(KeepRoundsTest, NoRoundsAreNotDisturbed) {
    const KeptRounds kept = keep_rounds({});
    EXPECT_THAT(kept.rounds, IsEmpty());
    EXPECT_FALSE(kept.point_disturbed);
}

} // namespace lockstep::stats
