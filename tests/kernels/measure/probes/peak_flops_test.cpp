// SPDX-License-Identifier: MIT
// Peaks are numbers, and in an order that no other program can change.
#include "kernels/measure/probes/peak_flops.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/vector_targets.hpp"
#include "tests/kernels/measure/scribe.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace lockstep {
namespace {

TEST(PeakFlops, AreFiniteAndPositive) {
    Scribe scribe;
    Crews crews;
    Pauses pauses(scribe, crews, "p1", 1, 20);
    const auto peaks = probe_peaks(crews, pauses);
    ASSERT_EQ(peaks.size(), usable_vector_targets().size());
    for (const auto& peak : peaks)
        for (const double value : {peak.f32_one, peak.f64_one, peak.f32_all, peak.f64_all}) {
            EXPECT_TRUE(std::isfinite(value)) << peak.target;
            EXPECT_GT(value, 0) << peak.target;
        }
    EXPECT_EQ(peaks.front().workers, usable_cores().workers());
    EXPECT_FALSE(scribe.news.empty()) << "it breathed";
}

TEST(PeakFlops, VectorsBeatOneLane) {
    const auto targets = usable_vector_targets();
    if (targets.size() < 2)
        GTEST_SKIP() << "this processor has one instruction set";
    Crews crews;
    Team* const one = gathered(crews, 1);
    ASSERT_NE(one, nullptr);
    // Eight times and more apart on a quiet machine: no neighbour makes that less than one.
    EXPECT_GT(peak_gflops(targets.front(), Precision::Single, *one).value,
              peak_gflops(targets.back(), Precision::Single, *one).value);
}

} // namespace
} // namespace lockstep
