// SPDX-License-Identifier: MIT
// /proc/meminfo and the memory controllers (kernel documentation: admin-guide/cgroup-v2 and
// admin-guide/cgroup-v1/memory).
#include "kernels/measure/facts/memory_room.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>

namespace lockstep {
namespace {

namespace fs = std::filesystem;

std::optional<double> number_in(const fs::path& file) {
    std::ifstream in(file);
    double number = 0;
    if (in >> number) return number; // "max" is no number
    return std::nullopt;
}

std::optional<double> available_bytes(const fs::path& root) {
    std::ifstream in(root / "proc/meminfo");
    std::string name;
    for (double kib = 0; in >> name;)
        if (name == "MemAvailable:" && in >> kib) return kib * 1024;
    return std::nullopt;
}

void lower(std::optional<double>& least, std::optional<double> limit, std::optional<double> used) {
    // Version 1 says "no limit" with a number near 2^63.
    if (!limit || *limit > 1e18) return;
    const double left = std::max(0.0, *limit - used.value_or(0));
    least = least ? std::min(*least, left) : left;
}

/// The group and all above it; the host's path may not exist in here, the mount point does.
void lower_by_groups(std::optional<double>& least, const fs::path& mount, const std::string& group,
                     const char* limit, const char* used) {
    for (fs::path inside = fs::path(group).relative_path();; inside = inside.parent_path()) {
        lower(least, number_in(mount / inside / limit), number_in(mount / inside / used));
        if (inside.empty()) return;
    }
}

} // namespace

double memory_room_bytes(const fs::path& root) {
    std::optional<double> least = available_bytes(root);
    const fs::path mounts = root / "sys/fs/cgroup";
    std::ifstream groups(root / "proc/self/cgroup"); // "9:memory:/a", "0::/a"
    for (std::string line; std::getline(groups, line);) {
        const auto last = line.rfind(':');
        if (last == std::string::npos) continue;
        const std::string group = line.substr(last + 1);
        if (line.starts_with("0::"))
            lower_by_groups(least, mounts, group, "memory.max", "memory.current");
        else if (line.find(":memory:") != std::string::npos)
            lower_by_groups(least, mounts / "memory", group, "memory.limit_in_bytes",
                            "memory.usage_in_bytes");
    }
    return least.value_or(0);
}

} // namespace lockstep
