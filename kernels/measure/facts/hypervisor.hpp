// SPDX-License-Identifier: MIT
// Whether this is a virtual machine, and whose.
#pragma once

#include <filesystem>
#include <string>

namespace lockstep {

/// The twelve letters with which a hypervisor signs itself to the processor's instruction CPUID
/// (leaf 0x40000000, where leaf 1 says that there is one); empty on bare metal and on other
/// processors than x86.
std::string hypervisor_signature();

/// "KVM", "VMware", ...; "one that does not say its name"; empty where nothing speaks of any.
/// `root` is where proc and sys are looked for.
std::string hypervisor_name(std::string_view signature, const std::filesystem::path& root = "/");

} // namespace lockstep
