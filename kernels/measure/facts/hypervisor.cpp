// SPDX-License-Identifier: MIT
// Asks the processor, then the kernel, then the firmware's tables (DMI), which name the maker of a
// virtual machine as they would name a laptop's.
#include "kernels/measure/facts/hypervisor.hpp"

#include "kernels/measure/facts/cpuinfo.hpp"

#include <array>
#include <cstring>
#include <utility>

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#endif

namespace lockstep {
namespace {

using Names = std::pair<std::string_view, std::string_view>;

constexpr std::array<Names, 9> signatures{{{"KVMKVMKVM", "KVM"},
                                           {"Microsoft Hv", "Hyper-V"},
                                           {"VMwareVMware", "VMware"},
                                           {"XenVMMXenVMM", "Xen"},
                                           {"VBoxVBoxVBox", "VirtualBox"},
                                           {"prl hyperv", "Parallels"},
                                           {" lrpepyh vr", "Parallels"},
                                           {"bhyve bhyve", "bhyve"},
                                           {"TCGTCGTCGTCG", "QEMU without KVM"}}};

constexpr std::array<Names, 7> makers{{{"VMware", "VMware"},
                                       {"VirtualBox", "VirtualBox"},
                                       {"Virtual Machine", "Hyper-V"},
                                       {"Parallels", "Parallels"},
                                       {"KVM", "KVM"},
                                       {"QEMU", "QEMU"},
                                       {"Google Compute Engine", "KVM"}}};

std::string by_maker(const std::filesystem::path& root) {
    const std::filesystem::path dmi = root / "sys/class/dmi/id";
    const std::string words =
        first_line_of(dmi / "sys_vendor") + " " + first_line_of(dmi / "product_name");
    for (const auto& [part, name] : makers)
        if (words.find(part) != std::string::npos) return std::string(name);
    return {};
}

/// Without the flag of x86 the firmware alone must not decide: Google and Amazon sell bare metal.
bool kernel_notices(const std::filesystem::path& root) {
    const std::string flags = " " + cpuinfo_value("flags", root) + " ";
    return flags.find(" hypervisor ") != std::string::npos ||
           std::filesystem::exists(root / "proc/device-tree/hypervisor");
}

} // namespace

std::string hypervisor_signature() {
#if defined(__x86_64__) || defined(__i386__)
    unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
    if (__get_cpuid(1, &eax, &ebx, &ecx, &edx) == 0 || (ecx & (1u << 31)) == 0) return {};
    __cpuid(0x40000000, eax, ebx, ecx, edx);
    std::array<char, 13> letters{};
    std::memcpy(letters.data(), &ebx, 4);
    std::memcpy(letters.data() + 4, &ecx, 4);
    std::memcpy(letters.data() + 8, &edx, 4);
    return letters.data();
#else
    return {};
#endif
}

std::string hypervisor_name(std::string_view signature, const std::filesystem::path& root) {
    for (const auto& [letters, name] : signatures)
        if (signature.starts_with(letters)) return std::string(name);
    if (const std::string type = first_line_of(root / "sys/hypervisor/type"); !type.empty())
        return type == "xen" ? "Xen" : type;
    const bool noticed = !signature.empty() || kernel_notices(root);
    const std::string maker = by_maker(root);
    const bool sold_as_virtual = !maker.empty() && maker != "KVM";
    if (noticed || sold_as_virtual) return maker.empty() ? "one that does not say its name" : maker;
    return {};
}

} // namespace lockstep
