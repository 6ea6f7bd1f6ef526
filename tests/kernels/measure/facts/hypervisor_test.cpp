// SPDX-License-Identifier: MIT
// Virtual machines by what their processor, kernel and firmware say.
#include "kernels/measure/facts/hypervisor.hpp"

#include "made_up_machine.hpp"

namespace lockstep {
namespace {

TEST(Hypervisor, SignsItself) {
    const MadeUpMachine machine;
    EXPECT_EQ(hypervisor_name("KVMKVMKVM", machine.root()), "KVM");
    EXPECT_EQ(hypervisor_name("Microsoft Hv", machine.root()), "Hyper-V");
    EXPECT_EQ(hypervisor_name("VMwareVMware", machine.root()), "VMware");
    EXPECT_EQ(hypervisor_name("Something1", machine.root()), "one that does not say its name");
}

TEST(Hypervisor, BareMetalHasNone) {
    const MadeUpMachine machine;
    machine.put("proc/cpuinfo", "flags : fpu vme sse2");
    machine.put("sys/class/dmi/id/sys_vendor", "LENOVO");
    machine.put("sys/class/dmi/id/product_name", "20XW0026US");
    EXPECT_EQ(hypervisor_name("", machine.root()), "");
    EXPECT_EQ(hypervisor_name("", "/nowhere"), "");
}

TEST(Hypervisor, BareMetalOfACloudHasNone) {
    const MadeUpMachine machine;
    machine.put("proc/cpuinfo", "flags : fpu vme sse2");
    machine.put("sys/class/dmi/id/product_name", "Google Compute Engine");
    EXPECT_EQ(hypervisor_name("", machine.root()), "");
}

TEST(Hypervisor, TheKernelNoticesAndTheFirmwareNames) {
    const MadeUpMachine machine;
    machine.put("proc/cpuinfo", "flags : fpu hypervisor lahf_lm");
    EXPECT_EQ(hypervisor_name("", machine.root()), "one that does not say its name");
    machine.put("sys/class/dmi/id/sys_vendor", "QEMU");
    EXPECT_EQ(hypervisor_name("", machine.root()), "QEMU");
}

TEST(Hypervisor, XenTellsTheKernel) {
    const MadeUpMachine machine;
    machine.put("sys/hypervisor/type", "xen");
    EXPECT_EQ(hypervisor_name("", machine.root()), "Xen");
}

TEST(Hypervisor, TheSignatureOfThisMachineIsText) {
    for (const char letter : hypervisor_signature())
        EXPECT_TRUE(letter >= ' ' && letter <= '~');
}

} // namespace
} // namespace lockstep
