// SPDX-License-Identifier: MIT
// The ridge is where the two roofs meet.
#include "app/experiment/roofline.hpp"

#include "tests/kernels/protocol/examples.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(Roofline, RoofsMeetAtTheRidge) {
    const auto one = roofline_of_one(protocol::examples::passport());
    ASSERT_TRUE(one);
    EXPECT_EQ(one->workers, 1);
    EXPECT_DOUBLE_EQ(one->ridge(), 80 / 14.5);
    EXPECT_DOUBLE_EQ(one->roof_gflops(one->ridge()), 80);
    EXPECT_DOUBLE_EQ(one->roof_gflops(2 * one->ridge()), 80);
    EXPECT_DOUBLE_EQ(one->roof_gflops(one->ridge() / 2), 40);
    const auto all = roofline_of_all(protocol::examples::passport());
    ASSERT_TRUE(all);
    EXPECT_EQ(all->workers, 2);
    EXPECT_DOUBLE_EQ(all->ridge(), 155.0 / 25);
}

TEST(Roofline, WithoutAProbeThereIsNone) {
    EXPECT_FALSE(roofline_of_one({}));
    EXPECT_FALSE(roofline_of_all({}));
    protocol::Passport passport = protocol::examples::passport();
    passport.triads.pop_back();
    EXPECT_TRUE(roofline_of_one(passport));
    EXPECT_FALSE(roofline_of_all(passport)) << "nobody measured memory with two workers";
    passport.peaks[0].f64_one = 0;
    EXPECT_FALSE(roofline_of_one(passport));
}

TEST(Roofline, SaysWhatHoldsAKernelUp) {
    const auto one = roofline_of_one(protocol::examples::passport());
    const auto all = roofline_of_all(protocol::examples::passport());
    EXPECT_EQ(roof_words(one, all, 1),
              "1 flop a byte: at most 25 Gflop/s by 2 workers, 14.5 by one. Memory holds it up.");
    EXPECT_EQ(roof_words(one, std::nullopt, 100),
              "100 flops a byte: at most 80 Gflop/s by one worker. The vector units hold it up.");
    EXPECT_EQ(roof_words(std::nullopt, std::nullopt, 1), "");
}

TEST(Roofline, CachesHaveRoofsOfTheirOwn) {
    const auto passport = protocol::examples::passport();
    const auto roofs = cache_roofs(passport, 1);
    ASSERT_EQ(roofs.size(), 1u);
    EXPECT_EQ(roofs[0].level, "L1");
    EXPECT_EQ(roofs[0].gb_s, 90);
    EXPECT_TRUE(cache_roofs(passport, 2).empty()) << "two workers were not measured there";
}

TEST(Roofline, NarrowerVectorsHaveALowerPeak) {
    auto passport = protocol::examples::passport();
    EXPECT_TRUE(lower_peaks(passport).empty());
    passport.peaks = {{.target = "AVX-512", .f64_one = 80},
                      {.target = "AVX2", .f64_one = 76},
                      {.target = "SSE4", .f64_one = 20},
                      {.target = "one lane", .f64_one = 10},
                      {.target = "wrong", .f64_one = 0}};
    const auto lower = lower_peaks(passport);
    ASSERT_EQ(lower.size(), 2u) << "one that is as good as the best has no line of its own";
    EXPECT_EQ(lower[0].target, "SSE4");
    EXPECT_EQ(lower[1].gflops, 10);
}

} // namespace
} // namespace lockstep
