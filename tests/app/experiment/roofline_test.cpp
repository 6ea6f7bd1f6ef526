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

} // namespace
} // namespace lockstep
