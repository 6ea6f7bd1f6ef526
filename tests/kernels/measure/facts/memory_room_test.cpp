// SPDX-License-Identifier: MIT
// Free memory from pretended /proc and /sys folders.
#include "kernels/measure/facts/memory_room.hpp"

#include "made_up_machine.hpp"

namespace lockstep {
namespace {

constexpr double kib = 1024, mib = 1024 * kib;

TEST(MemoryRoom, IsWhatTheMachineHasFree) {
    const MadeUpMachine machine;
    EXPECT_EQ(memory_room_bytes(machine.root()), 0) << "nobody knows";
    machine.put("proc/meminfo", "MemTotal: 8000 kB\nMemFree: 1000 kB\nMemAvailable: 5000 kB");
    EXPECT_EQ(memory_room_bytes(machine.root()), 5000 * kib);
}

TEST(MemoryRoom, AGroupOfVersion2MayBeTighter) {
    const MadeUpMachine machine;
    machine.put("proc/meminfo", "MemAvailable: 8000000 kB");
    machine.put("proc/self/cgroup", "0::/a/b");
    machine.put("sys/fs/cgroup/a/b/memory.max", "max");
    machine.put("sys/fs/cgroup/a/memory.max", std::to_string(512 << 20));
    machine.put("sys/fs/cgroup/a/memory.current", std::to_string(112 << 20));
    EXPECT_EQ(memory_room_bytes(machine.root()), 400 * mib);
}

TEST(MemoryRoom, AGroupOfVersion1MayBeTighter) {
    const MadeUpMachine machine;
    machine.put("proc/meminfo", "MemAvailable: 8000000 kB");
    machine.put("proc/self/cgroup", "9:memory:/docker/0123\n4:cpu:/");
    machine.put("sys/fs/cgroup/memory/memory.limit_in_bytes", std::to_string(256 << 20));
    machine.put("sys/fs/cgroup/memory/memory.usage_in_bytes", std::to_string(300 << 20));
    EXPECT_EQ(memory_room_bytes(machine.root()), 0) << "already more than allowed";
}

TEST(MemoryRoom, NoLimitOfVersion1IsAVeryLargeNumber) {
    const MadeUpMachine machine;
    machine.put("proc/meminfo", "MemAvailable: 1000 kB");
    machine.put("proc/self/cgroup", "9:memory:/");
    machine.put("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712");
    EXPECT_EQ(memory_room_bytes(machine.root()), 1000 * kib);
}

} // namespace
} // namespace lockstep
