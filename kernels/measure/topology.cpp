// SPDX-License-Identifier: MIT
// Loading hwloc's topology without what is not asked for here.
#include "kernels/measure/topology.hpp"

#include <cstdlib>
#include <hwloc.h>

namespace lockstep {

Topology::Topology() {
    // Its plug-ins know graphics cards, and its x86 part visits every core in turn: neither is
    // asked for here, and together they take twenty times as long as all the rest.
    setenv("HWLOC_PLUGINS_PATH", "/nonexistent", 0);
    if (hwloc_topology_init(&m_topology) != 0) {
        m_topology = nullptr;
        return;
    }
    // Cores that a cpuset forbids are counted as present, and left out by the mask.
    const bool loaded =
        hwloc_topology_set_components(m_topology, HWLOC_TOPOLOGY_COMPONENTS_FLAG_BLACKLIST,
                                      "x86") == 0 &&
        hwloc_topology_set_flags(m_topology, HWLOC_TOPOLOGY_FLAG_INCLUDE_DISALLOWED) == 0 &&
        hwloc_topology_set_icache_types_filter(m_topology, HWLOC_TYPE_FILTER_KEEP_ALL) == 0 &&
        hwloc_topology_load(m_topology) == 0;
    if (loaded) return;
    hwloc_topology_destroy(m_topology);
    m_topology = nullptr;
}

Topology::~Topology() {
    if (m_topology != nullptr) hwloc_topology_destroy(m_topology);
}

int slowness_of(hwloc_topology* topology, int cpu) {
    const int kinds = hwloc_cpukinds_get_nr(topology, 0);
    if (kinds < 2) return 0;
    hwloc_bitmap_t set = hwloc_bitmap_alloc();
    hwloc_bitmap_only(set, static_cast<unsigned>(cpu));
    const int kind = hwloc_cpukinds_get_by_cpuset(topology, set, 0);
    hwloc_bitmap_free(set);
    return kind < 0 ? 0 : kinds - 1 - kind; // kinds are sorted by rising efficiency
}

std::vector<int> cpu_numbers(const hwloc_bitmap_s* set) {
    std::vector<int> numbers;
    if (set == nullptr || hwloc_bitmap_weight(set) < 0) return numbers;
    for (int bit = hwloc_bitmap_first(set); bit >= 0; bit = hwloc_bitmap_next(set, bit))
        numbers.push_back(bit);
    return numbers;
}

} // namespace lockstep
