// SPDX-License-Identifier: MIT
// The usable cores, from hwloc, and pinning threads to them.
#include "kernels/measure/cores.hpp"

#include "kernels/measure/topology.hpp"

#include <algorithm>
#include <cmath>
#include <hwloc.h>
#include <pthread.h>
#include <sched.h>
#include <tuple>

namespace lockstep {
namespace {

/// The set of CPUs on which this process was started; large enough for any machine there is.
struct Mask {
    cpu_set_t set;
    Mask() {
        CPU_ZERO(&set);
        if (sched_getaffinity(0, sizeof set, &set) != 0) CPU_SET(0, &set);
    }
};

const Mask& start_mask() {
    static const Mask mask;
    return mask;
}

struct Candidate {
    int sibling = 0;  ///< 0 for the first usable CPU of its core
    int slowness = 0; ///< 0 for the fastest class of cores
    int place = 0;    ///< hwloc's logical order: neighbours share caches
    int cpu = 0;
};

std::vector<int> mask_cpus() {
    std::vector<int> cpus;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
        if (CPU_ISSET(static_cast<std::size_t>(cpu), &start_mask().set)) cpus.push_back(cpu);
    return cpus;
}

std::vector<Candidate> candidates(hwloc_topology_t topology, std::span<const int> mask) {
    std::vector<Candidate> found;
    const hwloc_obj* last_core = nullptr;
    int sibling = 0;
    for (hwloc_obj_t pu = nullptr;
         (pu = hwloc_get_next_obj_by_type(topology, HWLOC_OBJ_PU, pu)) != nullptr;) {
        const int cpu = static_cast<int>(pu->os_index);
        if (!std::ranges::binary_search(mask, cpu)) continue;
        const hwloc_obj* const core = hwloc_get_ancestor_obj_by_type(topology, HWLOC_OBJ_CORE, pu);
        sibling = core != nullptr && core == last_core ? sibling + 1 : 0;
        last_core = core;
        found.push_back(
            {sibling, slowness_of(topology, cpu), static_cast<int>(pu->logical_index), cpu});
    }
    std::ranges::sort(
        found, {}, [](const Candidate& c) { return std::tuple(c.sibling, c.slowness, c.place); });
    return found;
}

/// Where hwloc does not see which CPUs share a core, each is one.
int cores_in(hwloc_topology_t topology) {
    const int known = hwloc_get_nbobjs_by_type(topology, HWLOC_OBJ_CORE);
    return std::max(1, known > 0 ? known : hwloc_get_nbobjs_by_type(topology, HWLOC_OBJ_PU));
}

int line_bytes_of(hwloc_topology_t topology) {
    const int depth = hwloc_get_cache_type_depth(topology, 1, HWLOC_OBJ_CACHE_DATA);
    const hwloc_obj* const cache = depth < 0 ? nullptr : hwloc_get_obj_by_depth(topology, depth, 0);
    return cache != nullptr && cache->attr->cache.linesize > 0
               ? static_cast<int>(cache->attr->cache.linesize)
               : 64;
}

Cores asked() {
    const Topology topology;
    return cores_from(topology.get(), mask_cpus(), cgroup_quota_cores());
}

} // namespace

Cores cores_from(hwloc_topology* topology, std::span<const int> mask, double quota_cores) {
    Cores cores;
    cores.quota_cores = quota_cores;
    if (topology != nullptr) {
        cores.physical = cores.fast = 0;
        const std::vector<Candidate> found = candidates(topology, mask);
        for (const Candidate& candidate : found) {
            const bool is_core = candidate.sibling == 0;
            cores.cpus.push_back(candidate.cpu);
            cores.physical += is_core ? 1 : 0;
            // A mask may allow none of the fastest class: then the next one is.
            cores.fast += is_core && candidate.slowness == found.front().slowness ? 1 : 0;
        }
        cores.present = cores_in(topology);
        cores.line_bytes = line_bytes_of(topology);
    }
    if (!cores.cpus.empty()) return cores;
    // Where hwloc knows nothing, the mask itself still holds.
    cores.known_layout = false;
    cores.cpus.assign(mask.begin(), mask.end());
    cores.physical = cores.fast = static_cast<int>(cores.cpus.size());
    cores.present = std::max(cores.present, cores.physical);
    return cores;
}

int Cores::workers() const {
    const int threads = static_cast<int>(cpus.size());
    // Half a core more would be given in slices of 100 ms: whoever waits for it is not measured.
    const int by_quota =
        quota_cores > 0 ? std::max(1, static_cast<int>(std::floor(quota_cores + 0.01))) : threads;
    return std::min(threads, by_quota);
}

const Cores& usable_cores() {
    static const Cores cores = asked();
    return cores;
}

/// Where this thread was pinned, -1 for nowhere: a worker that is already there saves the call.
static thread_local int pinned_to = -1;

bool pin_thread(int cpu) {
    if (pinned_to == cpu) return true;
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<std::size_t>(cpu), &set);
    if (pthread_setaffinity_np(pthread_self(), sizeof set, &set) != 0) return false;
    pinned_to = cpu;
    return true;
}

void unpin_thread() {
    pinned_to = -1;
    pthread_setaffinity_np(pthread_self(), sizeof start_mask().set, &start_mask().set);
}

} // namespace lockstep
