// SPDX-License-Identifier: MIT
// Reading /proc/cpuinfo and files of one line.
#include "kernels/measure/facts/cpuinfo.hpp"

#include <fstream>

namespace lockstep {

static std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string cpuinfo_value(std::string_view name, const std::filesystem::path& root) {
    std::ifstream in(root / "proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        const auto colon = line.find(':');
        if (colon == std::string::npos) continue;
        if (trimmed(std::string_view(line).substr(0, colon)) == name)
            return std::string(trimmed(std::string_view(line).substr(colon + 1)));
    }
    return {};
}

std::string cpu_name(const std::filesystem::path& root) {
    for (const char* const name : {"model name", "Model", "cpu model", "Hardware"})
        if (std::string value = cpuinfo_value(name, root); !value.empty()) return value;
    return "unknown processor";
}

std::string first_line_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

} // namespace lockstep
