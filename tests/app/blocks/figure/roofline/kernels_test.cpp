// SPDX-License-Identifier: MIT
#include "app/blocks/figure/roofline/kernels.hpp"

#include <gtest/gtest.h>

namespace lockstep::roofline {
namespace {

Run run_of(const std::string& quantity) {
    Run run;
    run.quantity = quantity;
    Series series;
    series.variant = "simd";
    for (int id = 0; id < 3; ++id) {
        Point point;
        point.id = id;
        point.parameters = {{"k", 12.0 * (id + 1)}};
        run.points.push_back(point);
        Estimate mark;
        mark.point = id;
        mark.value = 10 + id;
        mark.n = id < 2 ? 15 : 0; // the last one has not come yet
        series.points.push_back(mark);
    }
    run.series.push_back(series);
    return run;
}

TEST(RooflineFigure, AMarkStandsAtItsFlopsPerByte) {
    const auto kernels = kernels_of(run_of("rate"));
    ASSERT_EQ(kernels.size(), 2U);
    EXPECT_DOUBLE_EQ(kernels[0].flops_per_byte, 1);
    EXPECT_DOUBLE_EQ(kernels[1].flops_per_byte, 2);
    EXPECT_DOUBLE_EQ(kernels[1].gflops, 11);
    EXPECT_EQ(kernels[0].words, "");
    EXPECT_EQ(kernels[1].words, "simd") << "a series is named once";
}

TEST(RooflineFigure, OnlyARateStandsUnderARoof) {
    EXPECT_TRUE(kernels_of(run_of("speedup")).empty());
}

} // namespace
} // namespace lockstep::roofline
