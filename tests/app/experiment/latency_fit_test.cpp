// SPDX-License-Identifier: MIT
#include "app/experiment/latency_fit.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

/// Four schedulers, 8 warps each when all places are taken.
simt::Device card() {
    simt::Device card;
    card.schedulers_per_sm = 4;
    card.arithmetic.cycles = 4;
    card.shared.cycles = 30;
    card.l1_hit.cycles = 40;
    card.l2_hit.cycles = 200;
    card.dram.cycles = 600;
    return card;
}

Counted counted(double instructions, double loads, double shared = 0) {
    Counted made;
    made.counters = {{"instructions_executed", instructions},
                     {"global_load_requests", loads},
                     {"shared_requests", shared}};
    return made;
}

CardFit fit_of(const simt::Device& card, int warps_per_sm) {
    CardFit fit;
    fit.card = &card;
    fit.found.warps_per_sm = warps_per_sm;
    return fit;
}

TEST(LatencyFit, ReadsThePatternOutOfTheCounts) {
    const LoadPattern pattern = load_pattern(counted(600, 100));
    EXPECT_TRUE(pattern.known);
    EXPECT_EQ(pattern.arithmetic, 5);
    EXPECT_FALSE(pattern.of_shared);
    EXPECT_TRUE(load_pattern(counted(600, 100, 3)).of_shared);
    EXPECT_FALSE(load_pattern(counted(600, 0)).known);
}

TEST(LatencyFit, PlaysEachLevelWithTheCardsLatency) {
    const simt::Device device = card();
    const auto fits = latency_fits(fit_of(device, 32), load_pattern(counted(600, 100)));
    ASSERT_EQ(fits.size(), 3u);
    EXPECT_EQ(fits[0].level, "L1");
    EXPECT_EQ(fits[2].level, "memory");
    for (const LatencyFit& fit : fits)
        EXPECT_EQ(fit.warps, 8);
    // A round of 40 + 4 x 4 + 1 = 57 cycles has 6 instructions: ten warps fill it. Of 600: 617.
    EXPECT_EQ(fits[0].enough, 10);
    EXPECT_EQ(fits[2].enough, 103);
    EXPECT_NEAR(fits[2].state.used, 8 * 6 / 617.0, 0.01);
    EXPECT_LT(fits[2].state.used, fits[1].state.used);
    EXPECT_GE(fits[0].state.ready, fits[0].state.used) << "who issues was ready";
}

TEST(LatencyFit, SharedMemoryIsALevelWhereItIsUsed) {
    const simt::Device device = card();
    const auto fits = latency_fits(fit_of(device, 32), load_pattern(counted(600, 100, 50)));
    ASSERT_EQ(fits.size(), 4u);
    EXPECT_EQ(fits[0].level, "shared memory");
}

TEST(LatencyFit, NothingWhereNothingIsLoadedOrNothingFits) {
    const simt::Device device = card();
    EXPECT_TRUE(latency_fits(fit_of(device, 32), load_pattern(counted(600, 0))).empty());
    EXPECT_TRUE(latency_fits(fit_of(device, 0), load_pattern(counted(600, 100))).empty());
}

TEST(LatencyFit, SaysWhatItRestsOn) {
    const simt::Device device = card();
    EXPECT_EQ(pattern_words(fit_of(device, 48), load_pattern(counted(1240, 100))),
              "For each load a warp of it issues 11 other instructions; each of the SM's 4 "
              "schedulers holds 12 warps.");
}

} // namespace
} // namespace lockstep
