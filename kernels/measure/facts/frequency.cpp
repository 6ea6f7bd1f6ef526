// SPDX-License-Identifier: MIT
// Reading cpufreq.
#include "kernels/measure/facts/frequency.hpp"

#include "kernels/measure/facts/cpuinfo.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <map>

namespace lockstep {

static std::filesystem::path cpufreq(int cpu, const std::filesystem::path& root) {
    return root / "sys/devices/system/cpu" / fmt::format("cpu{}", cpu) / "cpufreq";
}

std::string governor_words(std::span<const int> cpus, const std::filesystem::path& root) {
    std::map<std::string, int> counts;
    for (const int cpu : cpus)
        if (const std::string name = first_line_of(cpufreq(cpu, root) / "scaling_governor");
            !name.empty())
            ++counts[name];
    if (counts.empty())
        return "not known: the system says nothing of frequencies, as is usual in virtual machines";
    if (counts.size() == 1) return counts.begin()->first;
    std::string words;
    for (const auto& [name, count] : counts)
        words += fmt::format("{}{} on {} CPU{}", words.empty() ? "" : ", ", name, count,
                             count == 1 ? "" : "s");
    return words;
}

double most_ghz(int cpu, const std::filesystem::path& root) {
    for (const char* const name : {"scaling_max_freq", "cpuinfo_max_freq"})
        if (const double khz = std::atof(first_line_of(cpufreq(cpu, root) / name).c_str()); khz > 0)
            return khz / 1e6;
    return 0;
}

} // namespace lockstep
