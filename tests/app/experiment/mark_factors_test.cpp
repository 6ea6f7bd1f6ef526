// SPDX-License-Identifier: MIT
// One pair of samples, with workers or on a card.
#include "app/experiment/mark_factors.hpp"

#include "app/content/lesson.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

/// A baseline of 1000 ns and a card that takes 100, of which the kernel is 80.
struct CardPair {
    Point baseline, point;
    CardPair() {
        baseline.time_ns = {1000};
        point.time_ns = {100};
        point.kernel_ns = {80};
        point.copy_ns = {300};
    }
    Estimate mark() const {
        Estimate made;
        put_factors_of(made, {.baseline = baseline,
                              .point = point,
                              .pair = {},
                              .baseline_ns = 1000,
                              .time_ns = 100,
                              .lanes = 8});
        return made;
    }
};

TEST(MarkFactors, ACardHasKernelAndLaunchAndCopiesBeside) {
    const Estimate mark = CardPair().mark();
    ASSERT_TRUE(mark.card);
    EXPECT_DOUBLE_EQ(mark.card->kernel, 12.5);
    EXPECT_DOUBLE_EQ(mark.card->launch, 0.8);
    EXPECT_EQ(mark.card->copy, 1) << "the data lies there";
    EXPECT_DOUBLE_EQ(mark.card->speedup(), 10);
    ASSERT_TRUE(mark.copies);
    EXPECT_DOUBLE_EQ(mark.copies->speedup, 2.5);
    EXPECT_EQ(mark.copies->baseline_ns, 0);
    EXPECT_EQ(factor_of(mark, "kernel"), mark.card->kernel);
    EXPECT_EQ(factor_of(mark, "launch"), mark.card->launch);
    EXPECT_FALSE(factor_of(mark, "rate"));
}

TEST(MarkFactors, ABaselineOnACardIsCopiedToo) {
    CardPair pair;
    pair.baseline.kernel_ns = {900};
    pair.baseline.copy_ns = {400};
    const Estimate mark = pair.mark();
    EXPECT_EQ(mark.copies->baseline_ns, 400);
    EXPECT_DOUBLE_EQ(mark.copies->speedup, 1400.0 / 400);
}

TEST(MarkFactors, WhatIsNotKnownOfACardStaysAway) {
    CardPair pair;
    pair.point.kernel_ns = {std::nan("")};
    EXPECT_FALSE(pair.mark().card);
    EXPECT_TRUE(pair.mark().copies);
    pair.point.copy_ns = {std::nan("")};
    EXPECT_FALSE(pair.mark().copies);
    pair.point.kernel_ns = {80};
    pair.point.copy_ns.clear();
    EXPECT_TRUE(pair.mark().card);
    EXPECT_FALSE(pair.mark().copies) << "nobody said that they cost nothing";
    pair.point.kernel_ns = {200};
    EXPECT_FALSE(pair.mark().card) << "longer than the launch and the wait for it";
}

TEST(MarkFactors, WithoutItsColumnsACardHasNoFactorsAtAll) {
    CardPair pair;
    pair.point.kernel_ns.clear();
    pair.point.copy_ns.clear();
    const Estimate mark = pair.mark();
    EXPECT_FALSE(mark.card || mark.copies || mark.factors);
}

TEST(MarkFactors, WorkersHaveTheirs) {
    CardPair pair;
    pair.point = {};
    pair.point.time_ns = {100};
    pair.point.parameters = {{"p", 2}};
    pair.point.busy_ns = {{80, 80}};
    pair.point.longest_ns = {80};
    pair.point.serial_ns = {10};
    const Estimate mark = pair.mark();
    ASSERT_TRUE(mark.factors);
    EXPECT_FALSE(mark.card || mark.copies);
    EXPECT_DOUBLE_EQ(mark.factors->speedup(), 10);
    EXPECT_DOUBLE_EQ(*mark.f_measured, 160.0 / 170);
    for (const std::string_view name : content::factor_names)
        EXPECT_EQ(factor_of(mark, name).has_value(), name != "kernel" && name != "launch") << name;
}

} // namespace
} // namespace lockstep
