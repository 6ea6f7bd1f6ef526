// SPDX-License-Identifier: MIT
// The cores that may be used: within the mask, none twice, and no more workers than the quota.
#include "kernels/measure/cores.hpp"

#include "kernels/measure/topology.hpp"

#include <cstdlib>
#include <gtest/gtest.h>
#include <hwloc.h>
#include <numeric>
#include <sched.h>
#include <set>
#include <vector>

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

std::vector<int> up_to(int count) {
    std::vector<int> cpus(static_cast<std::size_t>(count));
    std::iota(cpus.begin(), cpus.end(), 0);
    return cpus;
}

TEST(Cores, PhysicalOnesComeFirstAndTheirSiblingsAfter) {
    setenv("HWLOC_SYNTHETIC", "pack:1 core:3 pu:2", 1);
    const Topology topology;
    unsetenv("HWLOC_SYNTHETIC");
    const Cores cores = cores_from(topology.get(), up_to(6), 0);
    EXPECT_EQ(cores.cpus, (std::vector<int>{0, 2, 4, 1, 3, 5}));
    EXPECT_EQ(cores.physical, 3);
    EXPECT_EQ(cores.fast, 3);
    const std::vector<int> half{1, 2, 3};
    const Cores masked = cores_from(topology.get(), half, 0);
    EXPECT_EQ(masked.cpus, (std::vector<int>{1, 2, 3})) << "1 is the only one of its core";
    EXPECT_EQ(masked.physical, 2);
}

TEST(Cores, FastOnesComeBeforeSlowOnes) {
    setenv("HWLOC_SYNTHETIC", "pack:1 core:6 pu:1", 1);
    const Topology topology;
    unsetenv("HWLOC_SYNTHETIC");
    // 0, 1 and 2 are the efficient ones, as on many laptops.
    const hwloc_bitmap_t slow = hwloc_bitmap_alloc(), quick = hwloc_bitmap_alloc();
    hwloc_bitmap_set_range(slow, 0, 2);
    hwloc_bitmap_set_range(quick, 3, 5);
    ASSERT_EQ(hwloc_cpukinds_register(topology.get(), slow, 0, 0, nullptr, 0), 0);
    ASSERT_EQ(hwloc_cpukinds_register(topology.get(), quick, 1, 0, nullptr, 0), 0);
    const Cores cores = cores_from(topology.get(), up_to(6), 0);
    EXPECT_EQ(cores.cpus, (std::vector<int>{3, 4, 5, 0, 1, 2}));
    EXPECT_EQ(cores.physical, 6);
    EXPECT_EQ(cores.fast, 3) << "a sweep ends with these, unless it may go on over slow ones";
    const Cores masked = cores_from(topology.get(), up_to(2), 0);
    EXPECT_EQ(masked.fast, 2) << "where only slow ones may be used, they are the class";
    hwloc_bitmap_free(slow);
    hwloc_bitmap_free(quick);
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
