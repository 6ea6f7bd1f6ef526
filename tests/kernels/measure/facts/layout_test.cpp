// SPDX-License-Identifier: MIT
// Several machines as their folders in /sys describe them.
#include "kernels/measure/facts/layout.hpp"

#include "kernels/measure/cores.hpp"
#include "made_up_machine.hpp"

#include <gmock/gmock.h>
#include <numeric>

namespace lockstep {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<int> range(int first, int last) {
    std::vector<int> cpus(static_cast<std::size_t>(last - first + 1));
    std::iota(cpus.begin(), cpus.end(), first);
    return cpus;
}

protocol::Layout layout_of(const MadeUpMachine& machine, const std::vector<int>& usable,
                           std::vector<std::string>& remarks) {
    return machine_layout(usable, remarks, machine.root());
}

/// Two fast cores with two threads each, four slow ones that share an L2.
void make_hybrid(MadeUpMachine& machine) {
    const std::vector<int> all = range(0, 7), slow = range(4, 7);
    for (const int cpu : all) {
        const bool fast = cpu < 4;
        const std::vector<int> siblings =
            fast ? std::vector<int>{cpu / 2 * 2, cpu / 2 * 2 + 1} : std::vector<int>{cpu};
        machine.add_cpu(cpu, fast ? cpu / 2 : cpu, siblings, 0, all);
        machine.add_cache(cpu, 0, 1, "Data", fast ? "48K" : "32K", siblings);
        machine.add_cache(cpu, 1, 1, "Instruction", fast ? "32K" : "64K", siblings);
        machine.add_cache(cpu, 2, 2, "Unified", fast ? "1280K" : "2048K", fast ? siblings : slow);
        machine.add_cache(cpu, 3, 3, "Unified", "12288K", all);
        machine.set_frequency(cpu, "powersave", fast ? 4'800'000 : 3'600'000);
    }
    machine.put("sys/devices/cpu_core/cpus", "0-3");
    machine.put("sys/devices/cpu_atom/cpus", "4-7");
}

TEST(Layout, OfAHybridMachine) {
    MadeUpMachine machine;
    make_hybrid(machine);
    std::vector<std::string> remarks;
    const protocol::Layout layout = layout_of(machine, range(0, 7), remarks);
    EXPECT_THAT(remarks, IsEmpty());
    ASSERT_THAT(layout.kinds, SizeIs(2));
    EXPECT_EQ(layout.kinds[0].name, "P");
    EXPECT_EQ(layout.kinds[0].cores, 2);
    EXPECT_DOUBLE_EQ(layout.kinds[0].max_ghz, 4.8);
    EXPECT_EQ(layout.kinds[1].name, "E");
    EXPECT_EQ(layout.kinds[1].cores, 4);
    ASSERT_THAT(layout.cores, SizeIs(6));
    EXPECT_THAT(layout.cores[0].cpus, ElementsAre(0, 1));
    EXPECT_EQ(layout.cores[0].kind, 0);
    EXPECT_THAT(layout.cores[5].cpus, ElementsAre(7));
    EXPECT_EQ(layout.cores[5].kind, 1);
    ASSERT_THAT(layout.caches, SizeIs(7)) << "two kinds of each but the L3";
    EXPECT_EQ(layout.caches[0].size_bytes, 48 * 1024);
    EXPECT_EQ(layout.caches[0].count, 2);
    EXPECT_EQ(layout.caches[0].shared_by, 2);
    EXPECT_EQ(layout.caches[6].level, 3);
    EXPECT_THAT(layout.caches[6].cpus, ElementsAre(range(0, 7)));
}

TEST(Layout, OfTwoNodes) {
    MadeUpMachine machine;
    for (int cpu = 0; cpu < 8; ++cpu) {
        const std::vector<int> socket = cpu < 4 ? range(0, 3) : range(4, 7);
        machine.add_cpu(cpu, cpu % 4, {cpu}, cpu / 4, socket);
        machine.add_cache(cpu, 0, 3, "Unified", "32768K", socket);
    }
    machine.add_node(0, range(0, 3), 16);
    machine.add_node(1, range(4, 7), 32);
    std::vector<std::string> remarks;
    const protocol::Layout layout = layout_of(machine, range(0, 7), remarks);
    EXPECT_EQ(layout.packages, 2);
    ASSERT_THAT(layout.nodes, SizeIs(2));
    EXPECT_DOUBLE_EQ(layout.nodes[1].memory_gib, 32);
    EXPECT_THAT(layout.nodes[1].cpus, ElementsAre(4, 5, 6, 7));
    ASSERT_THAT(layout.cores, SizeIs(8));
    EXPECT_EQ(layout.cores[3].package, 0);
    EXPECT_EQ(layout.cores[4].package, 1);
    EXPECT_EQ(layout.cores[4].node, 1);
    ASSERT_THAT(layout.caches, SizeIs(1));
    EXPECT_EQ(layout.caches[0].count, 2);
    EXPECT_EQ(layout.caches[0].shared_by, 4);
}

TEST(Layout, OfOneCore) {
    MadeUpMachine machine;
    machine.add_cpu(0, 0, {0}, 0, {0});
    machine.add_cache(0, 0, 1, "Data", "32K", {0});
    std::vector<std::string> remarks;
    const protocol::Layout layout = layout_of(machine, {0}, remarks);
    EXPECT_THAT(layout.cores, SizeIs(1));
    EXPECT_THAT(layout.nodes, SizeIs(1));
    EXPECT_THAT(layout.kinds, SizeIs(1));
    EXPECT_EQ(layout.kinds[0].name, "") << "there is nothing to tell it from";
}

TEST(Layout, AnAffinityOfOneLeavesTheOthersOnTheMap) {
    MadeUpMachine machine;
    for (int cpu = 0; cpu < 4; ++cpu)
        machine.add_cpu(cpu, cpu, {cpu}, 0, range(0, 3));
    std::vector<std::string> remarks;
    const protocol::Layout layout = layout_of(machine, {2}, remarks);
    ASSERT_THAT(layout.cores, SizeIs(4));
    for (const protocol::CoreInfo& core : layout.cores)
        EXPECT_EQ(core.usable, core.cpus.front() == 2);
}

TEST(Layout, WithoutSysIsStillACoreForEachCpu) {
    const MadeUpMachine machine; // an empty folder: hwloc sees nothing but this process
    std::vector<std::string> remarks;
    const protocol::Layout layout = layout_of(machine, {0, 1}, remarks);
    EXPECT_THAT(layout.cores, testing::Not(IsEmpty()));
    EXPECT_THAT(layout.kinds, SizeIs(1));
    EXPECT_THAT(remarks, testing::Contains(HasSubstr("says nothing of caches")));
}

TEST(Layout, OfThisMachineHoldsTheUsableCpus) {
    std::vector<std::string> remarks;
    const std::vector<int>& cpus = usable_cores().cpus;
    const protocol::Layout layout = machine_layout(cpus, remarks);
    std::size_t found = 0;
    for (const protocol::CoreInfo& core : layout.cores)
        for (const int cpu : core.cpus)
            found += std::ranges::count(cpus, cpu);
    EXPECT_EQ(found, cpus.size());
    for (const protocol::CoreInfo& core : layout.cores)
        EXPECT_LT(core.kind, static_cast<int>(layout.kinds.size()));
}

TEST(Layout, ListsOfCpusAreShort) {
    EXPECT_EQ(cpu_list({}), "");
    EXPECT_EQ(cpu_list({3}), "3");
    EXPECT_EQ(cpu_list({3, 1, 2, 0, 8, 10, 11}), "0-3,8,10-11");
}

} // namespace
} // namespace lockstep
