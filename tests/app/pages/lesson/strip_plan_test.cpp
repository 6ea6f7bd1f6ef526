// SPDX-License-Identifier: MIT
#include "app/pages/lesson/strip_plan.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace lockstep::lab {
namespace {

Estimate estimate(double rate, double serial, double balance, double coordination) {
    Estimate made;
    made.factors = stats::GapFactors{2, rate, serial, balance, coordination};
    made.value = made.factors->speedup();
    return made;
}

double sum(const StripPlan& plan) {
    double total = 0;
    for (const StripPart& part : plan.parts)
        total += part.length;
    return total;
}

TEST(Strip, IsAsLongAsTheWorkers) {
    const auto plan = strip_plan(estimate(0.998, 0.667, 1, 0.99), MarkIs::Speedup, "50 %");
    ASSERT_TRUE(plan);
    EXPECT_NEAR(sum(*plan), 2, 1e-12);
    EXPECT_EQ(plan->bar, 2);
    EXPECT_EQ(plan->drawn, 2);
    EXPECT_EQ(plan->title, "Where two workers went, at 50 %");
    EXPECT_EQ(plan->product, "2 × 0.998 × 0.667 × 1.000 × 0.990 = 1.318");
}

TEST(Strip, PointsAtTheLargestLoss) {
    const auto plan = strip_plan(estimate(1, 0.667, 1, 0.99), MarkIs::Speedup, "");
    const auto largest = std::count_if(plan->parts.begin(), plan->parts.end(),
                                       [](const StripPart& part) { return part.largest; });
    EXPECT_EQ(largest, 1);
    EXPECT_NE(plan->sentence.find("Amdahl"), std::string::npos);
}

TEST(Strip, HasTheSwitchThatMakesItsLossGoAway) {
    content::Experiment experiment;
    experiment.cures = {{"coordination", "Make the pieces larger", {{"piece_us", 20}}}};
    const auto fine = strip_plan(estimate(1, 0.9, 1, 0.4), MarkIs::Speedup, "");
    EXPECT_EQ(fine->loss, "coordination");
    const content::Cure* cure = cure_of(*fine, experiment, {{"piece_us", 0.05}});
    ASSERT_NE(cure, nullptr);
    EXPECT_EQ(cure->words, "Make the pieces larger");
    EXPECT_EQ(cure_of(*fine, experiment, {{"piece_us", 20}}), nullptr) << "it stands so already";
    const auto serial = strip_plan(estimate(1, 0.667, 1, 0.99), MarkIs::Speedup, "");
    EXPECT_EQ(serial->loss, "serial_part");
    EXPECT_EQ(cure_of(*serial, experiment, {{"piece_us", 0.05}}), nullptr) << "another loss";
    const auto nothing = strip_plan(estimate(1, 1, 1, 1), MarkIs::Speedup, "");
    EXPECT_EQ(nothing->loss, "");
    EXPECT_EQ(cure_of(*nothing, experiment, {{"piece_us", 0.05}}), nullptr);
}

TEST(Strip, SaysNothingWhereNothingIsLost) {
    const auto plan = strip_plan(estimate(1, 1, 1, 1), MarkIs::Speedup, "");
    EXPECT_TRUE(plan->sentence.empty());
    EXPECT_NEAR(plan->parts.front().length, 2, 1e-12);
}

TEST(Strip, OneWorkerHasGainedOrIsSlower) {
    Estimate one = estimate(4, 1, 1, 0.99);
    one.factors->workers = 1;
    EXPECT_EQ(strip_plan(one, MarkIs::Speedup, "8 chains")->title,
              "Where the gain of one worker came from, at 8 chains");
    one.factors->rate = 0.5;
    const auto slower = strip_plan(one, MarkIs::Speedup, "");
    EXPECT_EQ(slower->title, "Where the time of one worker went");
    EXPECT_TRUE(slower->sentence.starts_with("The same work takes this worker longer"));
}

TEST(Strip, SpeaksOfTheBaselineThatWasChosen) {
    const auto plan = strip_plan(estimate(0.4, 1, 1, 0.99), MarkIs::Speedup, "", "simd");
    EXPECT_EQ(plan->sentence, "The same work takes each worker longer than it takes simd, which "
                              "does it in another way.");
    const auto shared = strip_plan(estimate(0.9, 0.5, 1, 0.99), MarkIs::Speedup, "", "simd");
    EXPECT_TRUE(shared->sentence.ends_with("Amdahl's law.")) << shared->sentence;
}

TEST(Strip, RunsPastPWhereTheWorkIsFaster) {
    const auto plan = strip_plan(estimate(1.2, 1, 1, 1), MarkIs::Speedup, "");
    EXPECT_EQ(plan->bar, 2);
    EXPECT_NEAR(plan->drawn, 2.4, 1e-12);
    const auto gain = std::find_if(plan->parts.begin(), plan->parts.end(),
                                   [](const StripPart& part) { return part.length < 0; });
    ASSERT_NE(gain, plan->parts.end());
    EXPECT_EQ(gain->words, "faster work +0.400 (× 1.200)");
    EXPECT_FALSE(gain->largest);
}

TEST(Strip, ALossIsSmallAgainstTheWholeBar) {
    // Twelve times as fast, and half a per cent lost: 0.12 of 24, though it is 6 % of p = 2.
    const auto plan = strip_plan(estimate(12, 1, 1, 0.995), MarkIs::Speedup, "");
    EXPECT_TRUE(plan->sentence.empty());
    EXPECT_FALSE(strip_plan(estimate(12, 1, 1, 0.9), MarkIs::Speedup, "")->sentence.empty());
}

TEST(Strip, PartsStandOneAfterTheOther) {
    const auto plan = strip_plan(estimate(0.9, 0.8, 0.7, 0.6), MarkIs::Speedup, "");
    double at = 0;
    for (const StripPart& part : plan->parts) {
        EXPECT_NEAR(part.begin, at, 1e-12);
        at += part.length;
    }
}

TEST(Strip, CountsLanesWhereThePointDid) {
    Estimate simd;
    simd.factors = stats::GapFactors{1, 6, 1, 1, 1};
    simd.lanes = stats::LaneFactors{16, 0.75, 0.5};
    const auto plan = strip_plan(simd, MarkIs::Speedup, "8 lanes");
    EXPECT_NEAR(plan->bar, 16, 1e-12);
    EXPECT_NEAR(sum(*plan), 16, 1e-9);
    EXPECT_EQ(plan->title, "Where 16 lanes went, at 8 lanes");
    EXPECT_EQ(plan->product, "1 × 16 × 0.750 × 0.500 × 1.000 × 1.000 × 1.000 = 6.000");
}

TEST(Strip, OfATimeSaysThatItIsTheInverse) {
    const auto plan = strip_plan(estimate(0.5, 1, 1, 1), MarkIs::RelativeTime, "");
    EXPECT_EQ(plan->product, "2 × 0.500 × 1.000 × 1.000 × 1.000 = 1.000 = 1 / 1.000");
}

TEST(Strip, OfAJobForEachWorkerCountsTheJobs) {
    Estimate each = estimate(0.99, 1, 1, 1);
    each.value = 1 / 0.99; // as long as one thread alone, for two jobs
    const auto plan = strip_plan(each, MarkIs::RelativeTime, "");
    EXPECT_EQ(plan->product, "2 × 0.990 × 1.000 × 1.000 × 1.000 = 1.980 = 2 / 1.010");
}

Estimate on_card(double kernel, double launch) {
    Estimate made;
    made.card = stats::GpuFactors{kernel, 1, launch};
    made.value = made.card->speedup();
    made.copies = stats::Copies{2e6, 0, 0.5};
    return made;
}

TEST(Strip, OfACardIsAsLongAsItsKernelIsFast) {
    const auto plan = strip_plan(on_card(12.5, 0.8), MarkIs::Speedup, "n = 1024");
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->title, "Where the gain of the kernel went, at n = 1024");
    EXPECT_EQ(plan->product, "12.50 × 0.800 = 10.00");
    EXPECT_EQ(plan->bar, 12.5);
    EXPECT_NEAR(plan->drawn, 12.5, 1e-12);
    ASSERT_EQ(plan->parts.size(), 2u) << "nothing is copied while it is timed";
    EXPECT_EQ(plan->parts[0].words, "useful 10.00");
    EXPECT_NEAR(plan->parts[0].length, 10, 1e-12);
    EXPECT_EQ(plan->parts[1].words, "launch 2.500 (× 0.800)");
    EXPECT_TRUE(plan->parts[1].largest);
    EXPECT_EQ(plan->sentence, stats::gap_piece_sentence(stats::GapPiece::Launch));
    EXPECT_EQ(plan->loss, "launch");
    EXPECT_NE(plan->copies.find("took 2 ms. With that the speedup would be 0.5000."),
              std::string::npos);
}

TEST(Strip, OfACardThatIsNoFasterSaysSo) {
    const auto plan = strip_plan(on_card(0.0123, 0.995), MarkIs::Speedup, "");
    EXPECT_EQ(plan->title, "Where the time of the card went");
    EXPECT_EQ(plan->product, "0.01230 × 0.995 = 0.01224");
    EXPECT_EQ(plan->sentence, "") << "half a per cent is not worth one";
}

TEST(Strip, OfACardsRelativeTimeEndsInItsMark) {
    Estimate mark = on_card(0.5, 0.8);
    mark.value = 2.5;
    const auto plan = strip_plan(mark, MarkIs::RelativeTime, "");
    EXPECT_EQ(plan->product, "0.5000 × 0.800 = 0.4000 = 1 / 2.500");
    EXPECT_NE(plan->copies.find("it would take 2.000 times as long."), std::string::npos);
    mark.copies.reset();
    EXPECT_EQ(strip_plan(mark, MarkIs::RelativeTime, "")->copies, "");
}

TEST(Strip, NeedsFactors) {
    EXPECT_FALSE(strip_plan({}, MarkIs::Speedup, ""));
}

} // namespace
} // namespace lockstep::lab
