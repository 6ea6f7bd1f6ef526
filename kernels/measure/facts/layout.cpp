// SPDX-License-Identifier: MIT
// Reading hwloc's tree.
#include "kernels/measure/facts/layout.hpp"

#include "kernels/measure/facts/caches.hpp"
#include "kernels/measure/facts/cpuinfo.hpp"
#include "kernels/measure/facts/frequency.hpp"
#include "kernels/measure/topology.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <hwloc.h>
#include <sstream>

namespace lockstep {
namespace {

using protocol::CoreInfo;
using protocol::CoreKind;
using protocol::Layout;

std::string rank_name(int kind, int kinds) {
    if (kind == 0) return "fast";
    return kind == kinds - 1 ? "slow" : kinds == 3 ? "middle" : fmt::format("class {}", kind + 1);
}

std::vector<CoreKind> kinds_of(hwloc_topology_t topology) {
    const int kinds = hwloc_cpukinds_get_nr(topology, 0);
    if (kinds < 2) return {CoreKind{}};
    std::vector<CoreKind> found;
    for (int kind = 0; kind < kinds; ++kind)
        found.push_back({rank_name(kind, kinds), 0, 0});
    return found;
}

/// "P" and "E" where the kernel has the counters of Intel's two classes in separate folders; hwloc
/// would have to visit each core to know. Empty elsewhere.
std::string intel_name(int cpu, const std::filesystem::path& root) {
    const auto holds = [&](const char* folder) {
        std::istringstream list(first_line_of(root / "sys/devices" / folder / "cpus"));
        for (std::string range; std::getline(list, range, ',');) { // "0-3", "8"
            const int first = std::atoi(range.c_str());
            const auto dash = range.find('-');
            const int last =
                dash == std::string::npos ? first : std::atoi(range.c_str() + dash + 1);
            if (first <= cpu && cpu <= last) return true;
        }
        return false;
    };
    return holds("cpu_core") ? "P" : holds("cpu_atom") ? "E" : "";
}

bool is_any_of(const std::vector<int>& cpus, std::span<const int> usable) {
    return std::ranges::any_of(
        cpus, [&](int cpu) { return std::ranges::find(usable, cpu) != usable.end(); });
}

CoreInfo core_of(hwloc_topology_t topology, hwloc_obj_t object, std::span<const int> usable) {
    CoreInfo core;
    core.cpus = cpu_numbers(object->cpuset);
    if (const hwloc_obj* const package =
            hwloc_get_ancestor_obj_by_type(topology, HWLOC_OBJ_PACKAGE, object))
        core.package = static_cast<int>(package->logical_index);
    core.node = std::max(0, hwloc_bitmap_first(object->nodeset));
    core.kind = core.cpus.empty() ? 0 : slowness_of(topology, core.cpus.front());
    core.usable = is_any_of(core.cpus, usable);
    return core;
}

void add_cores(hwloc_topology_t topology, std::span<const int> usable,
               std::vector<std::string>& remarks, Layout& layout) {
    hwloc_obj_type_t type = HWLOC_OBJ_CORE;
    if (hwloc_get_nbobjs_by_type(topology, type) <= 0) {
        type = HWLOC_OBJ_PU;
        remarks.emplace_back("The system does not say which CPUs share a core, so each is taken "
                             "for one.");
    }
    for (hwloc_obj_t object = nullptr;
         (object = hwloc_get_next_obj_by_type(topology, type, object)) != nullptr;)
        layout.cores.push_back(core_of(topology, object, usable));
}

void add_nodes(hwloc_topology_t topology, Layout& layout) {
    for (hwloc_obj_t node = nullptr;
         (node = hwloc_get_next_obj_by_type(topology, HWLOC_OBJ_NUMANODE, node)) != nullptr;) {
        const double bytes = static_cast<double>(node->attr->numanode.local_memory);
        layout.nodes.push_back(
            {static_cast<int>(node->os_index), bytes / (1u << 30), cpu_numbers(node->cpuset)});
    }
}

/// How many cores each class has, and how fast they may run.
void count_kinds(Layout& layout, const std::filesystem::path& root) {
    for (const CoreInfo& core : layout.cores) {
        CoreKind& kind = layout.kinds[static_cast<std::size_t>(core.kind)];
        ++kind.cores;
        if (core.cpus.empty()) continue;
        kind.max_ghz = std::max(kind.max_ghz, most_ghz(core.cpus.front(), root));
        if (const std::string name = intel_name(core.cpus.front(), root);
            layout.kinds.size() > 1 && !name.empty())
            kind.name = name;
    }
}

} // namespace

Layout machine_layout(std::span<const int> usable, std::vector<std::string>& remarks,
                      const std::filesystem::path& root) {
    Layout layout;
    layout.kinds = {CoreKind{}};
    const Topology topology;
    if (topology.get() != nullptr) {
        layout.kinds = kinds_of(topology.get());
        layout.packages = std::max(1, hwloc_get_nbobjs_by_type(topology.get(), HWLOC_OBJ_PACKAGE));
        add_cores(topology.get(), usable, remarks, layout);
        add_nodes(topology.get(), layout);
        layout.caches = caches_of(topology.get());
    } else {
        remarks.emplace_back("hwloc knows nothing of this machine, so each CPU that may be used is "
                             "taken for a core.");
    }
    if (layout.cores.empty())
        for (const int cpu : usable)
            layout.cores.push_back({0, 0, 0, {cpu}, true});
    if (layout.caches.empty()) {
        layout.caches = caches_of_library();
        remarks.emplace_back(layout.caches.empty()
                                 ? "The system says nothing of caches."
                                 : "The system says nothing of caches; their sizes are the C "
                                   "library's, and who shares them is not known.");
    }
    count_kinds(layout, root);
    return layout;
}

std::string cpu_list(std::vector<int> cpus) {
    std::ranges::sort(cpus);
    std::string words;
    for (std::size_t first = 0; first < cpus.size();) {
        std::size_t last = first;
        while (last + 1 < cpus.size() && cpus[last + 1] == cpus[last] + 1)
            ++last;
        words += words.empty() ? "" : ",";
        words += last == first ? fmt::format("{}", cpus[first])
                               : fmt::format("{}-{}", cpus[first], cpus[last]);
        first = last + 1;
    }
    return words;
}

} // namespace lockstep
