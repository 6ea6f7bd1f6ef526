// SPDX-License-Identifier: MIT
// The best try counts, and one that slept was disturbed.
#include "kernels/measure/probes/tries.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/work.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

namespace lockstep {
namespace {

TEST(Tries, TheBestCounts) {
    const auto team = Team::create(1, Pinning::Pinned);
    ASSERT_TRUE(team);
    Tries tries(**team);
    int count = 0;
    for (; tries.wanted() && count < 1000; ++count) {
        tries.begin();
        (*team)->run([](int) { chain(1, 20'000); });
        tries.end(1e6);
    }
    EXPECT_GE(count, 1);
    EXPECT_GT(tries.best().value, 0);
    unpin_thread();
}

TEST(Tries, WhoLeavesItsCoreIsDisturbed) {
    const auto team = Team::create(1, Pinning::Pinned);
    ASSERT_TRUE(team);
    Tries tries(**team);
    EXPECT_TRUE(tries.best().disturbed) << "nothing was tried yet";
    int count = 0;
    for (; tries.wanted() && count < 1000; ++count) {
        tries.begin();
        (*team)->run([](int) { usleep(5000); });
        tries.end(1e6);
    }
    EXPECT_LT(count, 1000) << "its patience ends";
    EXPECT_TRUE(tries.best().disturbed);
    unpin_thread();
}

} // namespace
} // namespace lockstep
