// SPDX-License-Identifier: MIT
// Which cores this process may use, and in which order workers are pinned to them: within the
// affinity mask and the cgroup quota, physical cores first, fast classes before slow ones.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

struct hwloc_topology;

namespace lockstep {

struct Cores {
    std::vector<int> cpus;    ///< operating system's numbers, in the order of pinning; never empty
    int physical = 1;         ///< cores among them; cpus beyond are siblings (hyperthreads)
    int fast = 1;             ///< of the fastest class: the first ones
    int present = 1;          ///< physical cores on the machine, whether or not they may be used
    double quota_cores = 0;   ///< cgroup quota, 0 when there is none
    int line_bytes = 64;      ///< cache line
    bool known_layout = true; ///< else hwloc saw nothing, and each CPU is taken for a core

    /// Workers that can run at the same time: cpus, or less when the quota is smaller.
    int workers() const;
};

/// Asked once, of hwloc and the kernel. The first call must come before any thread is pinned.
const Cores& usable_cores();

/// The same of a topology, null where hwloc could load nothing, of the CPUs that the affinity mask
/// allows, rising, and of the quota.
Cores cores_from(hwloc_topology* topology, std::span<const int> mask, double quota_cores);

/// The smallest quota of this process's control groups (version 1 and 2) and of those above, in
/// cores; 0 when there is none. `root` is where proc and sys are looked for.
double cgroup_quota_cores(const std::filesystem::path& root = "/");

/// Pins the calling thread to one CPU; false when the system refuses.
bool pin_thread(int cpu);
/// Lets the calling thread run on all usable cores again.
void unpin_thread();

} // namespace lockstep
