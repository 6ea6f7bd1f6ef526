// SPDX-License-Identifier: MIT
// Doing nothing costs something, and no more than can be counted.
#include "kernels/measure/probes/overheads.hpp"

#include "kernels/measure/cores.hpp"
#include "tests/kernels/measure/scribe.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(Overheads, AreFiniteAndPositive) {
    Scribe scribe;
    Crews crews;
    Pauses pauses(scribe, crews, "p1", 1, 20);
    const auto cost = probe_overheads(crews, pauses);
    for (const double value :
         {cost.timer_ns, cost.timer_tick_ns, cost.thread_start_ns, cost.task_ns, cost.noise}) {
        EXPECT_TRUE(std::isfinite(value));
        EXPECT_GT(value, 0);
    }
    EXPECT_EQ(cost.barrier_workers, usable_cores().workers());
    EXPECT_EQ(cost.barrier_ns > 0, cost.barrier_workers > 1);
    EXPECT_GT(cost.thread_start_ns, cost.timer_ns) << "a thread costs more than to read the clock";
    unpin_thread();
}

TEST(Overheads, ATeamOfOneWaitsForNobody) {
    Crews crews;
    Team* const one = gathered(crews, 1);
    ASSERT_NE(one, nullptr);
    EXPECT_EQ(barrier_ns(*one), 0);
    unpin_thread();
}

} // namespace
} // namespace lockstep
