// SPDX-License-Identifier: MIT
// Governors and frequencies from pretended cpufreq folders.
#include "kernels/measure/facts/frequency.hpp"

#include "made_up_machine.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

constexpr int four[] = {0, 1, 2, 3};

TEST(Frequency, OneGovernorForAll) {
    const MadeUpMachine machine;
    for (const int cpu : four)
        machine.set_frequency(cpu, "performance", 3'700'000);
    EXPECT_EQ(governor_words(four, machine.root()), "performance");
    EXPECT_DOUBLE_EQ(most_ghz(2, machine.root()), 3.7);
}

TEST(Frequency, SeveralGovernors) {
    const MadeUpMachine machine;
    for (const int cpu : four)
        machine.set_frequency(cpu, cpu == 3 ? "powersave" : "performance", 2'000'000);
    EXPECT_EQ(governor_words(four, machine.root()), "performance on 3 CPUs, powersave on 1 CPU");
}

TEST(Frequency, AVirtualMachineSaysNothing) {
    const MadeUpMachine machine;
    EXPECT_THAT(governor_words(four, machine.root()), testing::StartsWith("not known"));
    EXPECT_EQ(most_ghz(0, machine.root()), 0);
    machine.put("sys/devices/system/cpu/cpu0/cpufreq/scaling_max_freq", "<unknown>");
    EXPECT_EQ(most_ghz(0, machine.root()), 0);
}

} // namespace
} // namespace lockstep
