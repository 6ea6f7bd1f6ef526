// SPDX-License-Identifier: MIT
// What the system lets the cores' clocks do (kernel documentation: admin-guide/pm/cpufreq).
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace lockstep {

/// "performance"; "performance on 4 CPUs, powersave on 4"; or a sentence that says why it is not
/// known. `root` is where sys is looked for.
std::string governor_words(std::span<const int> cpus, const std::filesystem::path& root = "/");

/// The highest frequency that the system allows this CPU; 0 where it does not say.
double most_ghz(int cpu, const std::filesystem::path& root = "/");

} // namespace lockstep
