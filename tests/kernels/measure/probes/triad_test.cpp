// SPDX-License-Identifier: MIT
// Bandwidths are numbers, for sets of any size.
#include "kernels/measure/probes/triad.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/probes/pauses.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(Triad, SetsOfAnySizeAreRight) {
    Crews crews;
    Team* const team = gathered(crews, usable_cores().workers());
    ASSERT_NE(team, nullptr);
    // One grain; less than a piece; a piece and a little; several pieces.
    for (const double bytes : {1.0, 16e3, 5e6, 13e6}) {
        TriadArrays arrays(*team, bytes);
        EXPECT_GT(arrays.set_bytes(), bytes / 2 - 1600);
        const double rate = arrays.best_gb_s().value;
        EXPECT_TRUE(std::isfinite(rate)) << bytes;
        EXPECT_GT(rate, 0) << bytes;
    }
}

TEST(Triad, IsTouchedStepByStep) {
    Crews crews;
    Team* const team = gathered(crews, 1);
    ASSERT_NE(team, nullptr);
    TriadArrays arrays(*team, 1e6);
    int steps = 0;
    while (arrays.touch(250e3))
        ++steps;
    EXPECT_EQ(steps, 4);
}

} // namespace
} // namespace lockstep
