// SPDX-License-Identifier: MIT
#include "sim/stats/gap.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::stats {

/// A run as it could be: p workers, a few phases, each as long as its busiest worker, a serial
/// part, and time in which nobody works.
static GapInput random_run(Random& random) {
    GapInput run;
    run.workers = 1 + static_cast<int>(random.below(16));
    const auto phases = 1 + random.below(4);
    for (std::uint64_t phase = 0; phase < phases; ++phase) {
        double longest = 0;
        for (int worker = 0; worker < run.workers; ++worker) {
            const double busy = 1e4 * random.uniform();
            run.busy_ns += busy;
            longest = std::max(longest, busy);
        }
        run.longest_ns += longest;
    }
    run.serial_ns = random.below(3) == 0 ? 0 : 2e4 * random.uniform();
    run.time_ns = run.serial_ns + run.longest_ns + 5e3 * random.uniform();
    run.baseline_ns = (run.serial_ns + run.busy_ns) * (0.3 + random.uniform());
    return run;
}

TEST(GapTest, TheProductIsTheSpeedupOnAThousandRuns) {
    Random random(1);
    for (int i = 0; i < 1000; ++i) {
        const GapInput run = random_run(random);
        const auto factors = gap_factors(run);
        ASSERT_TRUE(factors) << factors.error().text();
        const double speedup = run.baseline_ns / run.time_ns;
        EXPECT_NEAR(factors->speedup(), speedup, 1e-12 * speedup);
        EXPECT_GT(factors->rate, 0);
        for (const double factor :
             {factors->serial_part, factors->load_balance, factors->coordination}) {
            EXPECT_GT(factor, 0);
            EXPECT_LE(factor, 1);
        }
    }
}

TEST(GapTest, FactorsOfARunWorkedOutByHand) {
    // T_b = 120, T = 50, s = 10, four workers busy 20, 20, 20, 30 in one phase: U = 90, M = 30.
    const auto factors = gap_factors({120, 50, 10, 90, 30, 4});
    ASSERT_TRUE(factors);
    EXPECT_DOUBLE_EQ(factors->workers, 4);
    EXPECT_DOUBLE_EQ(factors->rate, 120.0 / 100);
    EXPECT_DOUBLE_EQ(factors->serial_part, 25.0 / 32.5);
    EXPECT_DOUBLE_EQ(factors->load_balance, 32.5 / 40);
    EXPECT_DOUBLE_EQ(factors->coordination, 40.0 / 50);
    EXPECT_DOUBLE_EQ(factors->speedup(), 2.4);
}

TEST(GapTest, WithEveryOtherFactorOneItIsAmdahlsLaw) {
    for (const int p : {1, 2, 3, 8, 64}) {
        for (const double f : {0.0, 0.25, 0.5, 0.95, 1.0}) {
            const double C = 1000, s = (1 - f) * C, U = f * C;
            const auto factors = gap_factors({C, s + U / p, s, U, U / p, p});
            ASSERT_TRUE(factors);
            EXPECT_NEAR(factors->rate, 1, 1e-12);
            EXPECT_NEAR(factors->load_balance, 1, 1e-12);
            EXPECT_NEAR(factors->coordination, 1, 1e-12);
            EXPECT_NEAR(p * factors->serial_part, 1 / ((1 - f) + f / p), 1e-12);
        }
    }
}

TEST(GapTest, ADifferentStragglerEachStepIsLostBalance) {
    // Two workers, two steps; each is the slow one once. Over the run both are equally busy.
    const auto factors = gap_factors({20, 16, 0, 20, 8 + 8, 2});
    ASSERT_TRUE(factors);
    EXPECT_DOUBLE_EQ(factors->load_balance, 10.0 / 16);
}

TEST(GapTest, ALittleTooMuchBusyTimeIsCutBackAndTheProductStaysExact) {
    Random random(2);
    for (int i = 0; i < 1000; ++i) {
        GapInput run = random_run(random);
        run.time_ns = (run.serial_ns + run.longest_ns) / (1 + 0.04 * random.uniform());
        run.busy_ns *= 1 + 0.02 * random.uniform();
        const auto factors = gap_factors(run);
        ASSERT_TRUE(factors) << factors.error().text();
        EXPECT_NEAR(factors->speedup() * run.time_ns, run.baseline_ns, 1e-12 * run.baseline_ns);
        EXPECT_LE(factors->load_balance, 1);
        EXPECT_LE(factors->coordination, 1);
    }
}

TEST(GapTest, TimesThatCannotBeAreRefusedWithTheReason) {
    const GapInput good{120, 50, 10, 90, 30, 4};
    const auto refused = [&](auto change, const char* reason) {
        GapInput run = good;
        change(run);
        const auto factors = gap_factors(run);
        ASSERT_FALSE(factors) << reason;
        EXPECT_NE(factors.error().text().find(reason), std::string::npos) << factors.error().text();
    };
    ASSERT_TRUE(gap_factors(good));
    refused([](GapInput& run) { run.time_ns = 0; }, "no time");
    refused([](GapInput& run) { run.workers = 0; }, "no worker");
    refused([](GapInput& run) { run.busy_ns = -1; }, "negative");
    refused([](GapInput& run) { run.time_ns = std::nan(""); }, "missing");
    refused([](GapInput& run) { run.serial_ns = run.busy_ns = 0; }, "no busy time");
    refused([](GapInput& run) { run.longest_ns = 45; }, "busiest worker claims");
    refused([](GapInput& run) { run.busy_ns = 130; }, "cannot be busy");
}

TEST(GapTest, LanesTakeTheRateApart) {
    GapFactors gap;
    gap.rate = 5;
    const auto lanes = lane_factors(gap, 16, 30, 60);
    ASSERT_TRUE(lanes);
    EXPECT_DOUBLE_EQ(lanes->lanes_in_use, 0.5);
    EXPECT_DOUBLE_EQ(lanes->vector_rate, 5.0 / 8);
    EXPECT_DOUBLE_EQ(lanes->lanes * lanes->lanes_in_use * lanes->vector_rate, gap.rate);
    EXPECT_FALSE(lane_factors(gap, 16, 0, 60));
    EXPECT_FALSE(lane_factors(gap, 16, 61, 60));
    EXPECT_FALSE(lane_factors(gap, 0, 30, 60));
}

TEST(GapTest, ACardsFactorsAreKernelCopyAndLaunch) {
    const auto gpu = gpu_factors(1000, 100, 20, 60);
    ASSERT_TRUE(gpu);
    EXPECT_DOUBLE_EQ(gpu->kernel, 50);
    EXPECT_DOUBLE_EQ(gpu->copy, 0.25);
    EXPECT_DOUBLE_EQ(gpu->launch, 0.8);
    EXPECT_DOUBLE_EQ(gpu->speedup(), 10);
    EXPECT_FALSE(gpu_factors(1000, 100, 0, 60));
    EXPECT_FALSE(gpu_factors(1000, 100, 90, 60));
    const auto cut = gpu_factors(1000, 100, 102, 0);
    ASSERT_TRUE(cut);
    EXPECT_DOUBLE_EQ(cut->speedup(), 10);
    EXPECT_LE(cut->launch, 1);
}

TEST(GapTest, CopiesLengthenACardsTimeAndNotItsFactors) {
    const auto copies = with_copies(1000, 100, 0, 300);
    ASSERT_TRUE(copies);
    EXPECT_EQ(copies->time_ns, 300);
    EXPECT_DOUBLE_EQ(copies->speedup, 2.5);
    const auto whole = gpu_factors(1000, 100 + 300, 80, 300);
    ASSERT_TRUE(whole);
    EXPECT_DOUBLE_EQ(whole->speedup(), copies->speedup) << "the strip of launch and copies";
    EXPECT_DOUBLE_EQ(with_copies(200, 100, 300, 300)->speedup, 1.25) << "both are on a card";
    EXPECT_FALSE(with_copies(1000, 0, 0, 300));
    EXPECT_FALSE(with_copies(1000, 100, 0, std::nan("")));
    EXPECT_FALSE(with_copies(1000, 100, std::nan(""), 300));
    EXPECT_FALSE(with_copies(1000, 100, -1, 300));
    EXPECT_FALSE(with_copies(1000, 100, 0, INFINITY));
}

TEST(GapTest, TheMedianPairHasTheMedianRatio) {
    EXPECT_EQ(median_pair(std::vector<double>{3, 1, 2}), 2);
    EXPECT_EQ(median_pair(std::vector<double>{5}), 0);
    EXPECT_EQ(median_pair(std::vector<double>{3, 1, 2, 9}), 2)
        << "the last of an even number is out";
    EXPECT_EQ(median_pair({}), -1);
}

} // namespace lockstep::stats
