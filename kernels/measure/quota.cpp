// SPDX-License-Identifier: MIT
// The CPU quota of control groups, which neither hwloc nor the standard library reads. Kernel
// documentation: admin-guide/cgroup-v2 ("cpu.max") and scheduler/sched-bwc ("cpu.cfs_quota_us").
#include "kernels/measure/cores.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

namespace lockstep {
namespace {

namespace fs = std::filesystem;

double smaller(double a, double b) {
    return a == 0 ? b : b == 0 ? a : std::min(a, b);
}

double cores(double quota_us, double period_us) {
    return quota_us > 0 && period_us > 0 ? quota_us / period_us : 0; // -1 is "no quota"
}

double number_in(const fs::path& file) {
    std::ifstream in(file);
    double number = 0;
    return in >> number ? number : 0;
}

double quota_v2(const fs::path& group) {
    std::ifstream in(group / "cpu.max"); // "150000 100000", or "max 100000"
    std::string quota;
    double period_us = 0;
    if (!(in >> quota >> period_us) || quota == "max") return 0;
    return cores(std::atof(quota.c_str()), period_us);
}

double quota_v1(const fs::path& group) {
    return cores(number_in(group / "cpu.cfs_quota_us"), number_in(group / "cpu.cfs_period_us"));
}

/// The group and all above it. Inside a container the path may be the host's and exist nowhere
/// here; the walk up then ends at the mount point, which is the container's own group.
double smallest_up(const fs::path& mount, const std::string& group,
                   double (*quota)(const fs::path&)) {
    double smallest = 0;
    fs::path inside = fs::path(group).relative_path();
    while (true) {
        smallest = smaller(smallest, quota(mount / inside));
        if (inside.empty()) return smallest;
        inside = inside.parent_path();
    }
}

bool names_cpu(const std::string& controllers) {
    std::istringstream list(controllers);
    for (std::string name; std::getline(list, name, ',');)
        if (name == "cpu") return true;
    return false;
}

} // namespace

double cgroup_quota_cores(const fs::path& root) {
    double smallest = 0;
    const fs::path mounts = root / "sys/fs/cgroup";
    std::ifstream groups(root / "proc/self/cgroup"); // lines "4:cpu,cpuacct:/a/b", "0::/a/b"
    for (std::string line; std::getline(groups, line);) {
        const auto first = line.find(':');
        const auto second = first == std::string::npos ? first : line.find(':', first + 1);
        if (second == std::string::npos) continue;
        const std::string controllers = line.substr(first + 1, second - first - 1);
        const std::string group = line.substr(second + 1);
        if (controllers.empty()) {
            smallest = smaller(smallest, smallest_up(mounts, group, quota_v2));
            smallest = smaller(smallest, smallest_up(mounts / "unified", group, quota_v2));
        } else if (names_cpu(controllers)) {
            smallest = smaller(smallest, smallest_up(mounts / controllers, group, quota_v1));
            smallest = smaller(smallest, smallest_up(mounts / "cpu", group, quota_v1));
        }
    }
    return smallest;
}

} // namespace lockstep
