// SPDX-License-Identifier: MIT
// The cores that may be used: within the mask, none twice, and no more workers than the quota.
#include "kernels/measure/cores.hpp"

#include <gtest/gtest.h>
#include <sched.h>
#include <set>

namespace lockstep {
namespace {

TEST(Cores, AreThoseOfTheMaskEachOnce) {
    unpin_thread();
    cpu_set_t mask;
    ASSERT_EQ(sched_getaffinity(0, sizeof mask, &mask), 0);
    const Cores& cores = usable_cores();
    EXPECT_EQ(static_cast<int>(cores.cpus.size()), CPU_COUNT(&mask));
    EXPECT_EQ(std::set<int>(cores.cpus.begin(), cores.cpus.end()).size(), cores.cpus.size());
    for (const int cpu : cores.cpus)
        EXPECT_TRUE(CPU_ISSET(static_cast<std::size_t>(cpu), &mask)) << cpu;
    EXPECT_GE(cores.physical, 1);
    EXPECT_LE(cores.physical, static_cast<int>(cores.cpus.size()));
    EXPECT_GE(cores.present, cores.physical);
    EXPECT_GE(cores.line_bytes, 16);
}

TEST(Cores, AQuotaLimitsTheWorkers) {
    Cores cores;
    cores.cpus = {0, 1, 2, 3};
    EXPECT_EQ(cores.workers(), 4);
    cores.quota_cores = 1.5;
    EXPECT_EQ(cores.workers(), 1) << "two would be stopped in turn";
    cores.quota_cores = 0.2;
    EXPECT_EQ(cores.workers(), 1);
    cores.quota_cores = 3;
    EXPECT_EQ(cores.workers(), 3);
    cores.quota_cores = 64;
    EXPECT_EQ(cores.workers(), 4);
}

TEST(Cores, AThreadIsPinnedAndLetGo) {
    const int last = usable_cores().cpus.back();
    ASSERT_TRUE(pin_thread(last));
    EXPECT_EQ(sched_getcpu(), last);
    unpin_thread();
    cpu_set_t mask;
    ASSERT_EQ(sched_getaffinity(0, sizeof mask, &mask), 0);
    EXPECT_EQ(static_cast<std::size_t>(CPU_COUNT(&mask)), usable_cores().cpus.size());
}

} // namespace
} // namespace lockstep
