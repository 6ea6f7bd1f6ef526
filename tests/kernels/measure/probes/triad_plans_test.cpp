// SPDX-License-Identifier: MIT
// Arrays belong to their level: too large for the nearer one, small enough for their own.
#include "kernels/measure/probes/triad.hpp"

#include <gmock/gmock.h>
#include <map>

namespace lockstep {
namespace {

using protocol::CacheInfo;

constexpr double kib = 1024, mib = 1024 * kib, gib = 1024 * mib;

/// By level and workers.
std::map<std::pair<std::string, int>, double> sets_of(const std::vector<TriadPlan>& plans) {
    std::map<std::pair<std::string, int>, double> sets;
    for (const TriadPlan& plan : plans)
        sets[{plan.level, plan.workers}] = plan.set_bytes;
    return sets;
}

/// As a passport asks for them: by 1, 2, 4 and so on.
std::vector<TriadPlan> plans_up_to(const std::vector<CacheInfo>& caches, int workers,
                                   double room_bytes) {
    std::vector<TriadPlan> plans;
    for (int count = 1; count <= workers; count *= 2)
        for (TriadPlan& plan : triad_plans(caches, count, room_bytes))
            plans.push_back(std::move(plan));
    return plans;
}

TEST(TriadPlans, OfAnOrdinaryMachine) {
    const std::vector<CacheInfo> caches{{1, "data", 32 * kib, 64, 8, 8, 1, {}},
                                        {1, "instruction", 32 * kib, 64, 8, 8, 1, {}},
                                        {2, "unified", 1 * mib, 64, 8, 8, 1, {}},
                                        {3, "unified", 32 * mib, 64, 16, 1, 8, {}}};
    auto sets = sets_of(plans_up_to(caches, 8, 4 * gib));
    EXPECT_EQ(sets.size(), 16u) << "four levels by 1, 2, 4 and 8";
    EXPECT_EQ((sets[{"L1", 8}]), 16 * kib);
    EXPECT_EQ((sets[{"L2", 4}]), 512 * kib);
    EXPECT_EQ((sets[{"L3", 1}]), 16 * mib);
    EXPECT_EQ((sets[{"L3", 8}]), 2 * mib) << "they share it";
    EXPECT_EQ((sets[{"memory", 1}]), 192 * mib);
    EXPECT_EQ((sets[{"memory", 8}]), 24 * mib) << "all together six times the cache";
}

TEST(TriadPlans, ALevelThatIsHardlyLargerThanTheOneBeforeIsLeftOut) {
    const std::vector<CacheInfo> caches{{2, "unified", 1 * mib, 64, 8, 8, 1, {}},
                                        {3, "unified", 8 * mib, 64, 8, 1, 8, {}}};
    auto sets = sets_of(plans_up_to(caches, 8, 4 * gib));
    EXPECT_TRUE(sets.contains({"L3", 1}));
    EXPECT_FALSE(sets.contains({"L3", 8})) << "a worker's share is 1 MiB, as large as its L2";
}

TEST(TriadPlans, LittleRoomLeavesMemoryOut) {
    const std::vector<CacheInfo> caches{{3, "unified", 32 * mib, 64, 8, 1, 2, {}}};
    EXPECT_FALSE(sets_of(plans_up_to(caches, 2, 60 * mib)).contains({"memory", 1}))
        << "60 MiB would half be in the cache";
    EXPECT_TRUE(sets_of(plans_up_to(caches, 2, 100 * mib)).contains({"memory", 1}));
}

TEST(TriadPlans, WithoutCachesThereIsMemory) {
    const auto sets = sets_of(plans_up_to({}, 1, 0));
    ASSERT_EQ(sets.size(), 1u);
    EXPECT_EQ(sets.begin()->first.first, "memory");
}

TEST(TriadPlans, NobodyTakesAServersMemory) {
    const std::vector<CacheInfo> caches{{3, "unified", 512 * mib, 64, 16, 8, 16, {}}};
    double all = 0;
    for (const TriadPlan& plan : plans_up_to(caches, 128, 1000 * gib))
        if (plan.level == "memory")
            all = std::max(all, plan.set_bytes * plan.workers);
    EXPECT_EQ(all, 1 * gib);
}

} // namespace
} // namespace lockstep
