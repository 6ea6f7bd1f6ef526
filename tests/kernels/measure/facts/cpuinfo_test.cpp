// SPDX-License-Identifier: MIT
// /proc/cpuinfo of several architectures.
#include "kernels/measure/facts/cpuinfo.hpp"

#include "made_up_machine.hpp"

namespace lockstep {
namespace {

TEST(Cpuinfo, OfX86) {
    const MadeUpMachine machine;
    machine.put("proc/cpuinfo", "processor\t: 0\nmodel\t\t: 17\nmodel name\t: AMD EPYC 9R14\n"
                                "flags\t\t: fpu hypervisor\n\nprocessor\t: 1\nmodel name\t: other");
    EXPECT_EQ(cpu_name(machine.root()), "AMD EPYC 9R14");
    EXPECT_EQ(cpuinfo_value("model", machine.root()), "17") << "the whole name, not its beginning";
    EXPECT_EQ(cpuinfo_value("flags", machine.root()), "fpu hypervisor");
    EXPECT_EQ(cpuinfo_value("bogomips", machine.root()), "");
}

TEST(Cpuinfo, OfARaspberryPi) {
    const MadeUpMachine machine;
    machine.put("proc/cpuinfo", "processor\t: 0\nFeatures\t: fp asimd\n\nHardware\t: BCM2835\n"
                                "Model\t\t: Raspberry Pi 4 Model B Rev 1.4");
    EXPECT_EQ(cpu_name(machine.root()), "Raspberry Pi 4 Model B Rev 1.4");
}

TEST(Cpuinfo, ThatIsMissingOrGarbage) {
    const MadeUpMachine machine;
    EXPECT_EQ(cpu_name(machine.root()), "unknown processor");
    machine.put("proc/cpuinfo", "nonsense\n:\n : \nmodel name :");
    EXPECT_EQ(cpu_name(machine.root()), "unknown processor");
    EXPECT_EQ(first_line_of(machine.root() / "nowhere"), "");
}

} // namespace
} // namespace lockstep
