// SPDX-License-Identifier: MIT
// Bandwidths are numbers, for sets of any size, and what does not fit into the time is left out.
#include "kernels/measure/probes/triad.hpp"

#include "kernels/measure/cores.hpp"
#include "tests/kernels/measure/scribe.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::SizeIs;

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

TEST(Triad, WhatTheTimeDoesNotReachIsLeftOut) {
    Scribe scribe;
    Crews crews;
    const std::vector<TriadPlan> plans{{"L1", 1, 16e3}, {"L2", 1, 200e3}};
    Pauses none(scribe, crews, "p1", 1, 0);
    EXPECT_THAT(probe_triads(plans, crews, none), SizeIs(0));
    Pauses enough(scribe, crews, "p1", 1, 20);
    const auto rates = probe_triads(plans, crews, enough);
    ASSERT_THAT(rates, SizeIs(2));
    EXPECT_EQ(rates[1].level, "L2");
    EXPECT_GT(rates[1].gb_s, 0);
}

} // namespace
} // namespace lockstep
