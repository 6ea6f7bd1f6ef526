// SPDX-License-Identifier: MIT
// Reading hwloc's tree.
#include "kernels/measure/facts/layout.hpp"

#include "kernels/measure/facts/caches.hpp"
#include "kernels/measure/facts/frequency.hpp"
#include "kernels/measure/topology.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <hwloc.h>

namespace lockstep {
namespace {

using protocol::CoreInfo;
using protocol::CoreKind;
using protocol::Layout;

/// What maker and rank make of a class: Intel's two have names that people know.
std::string kind_name(hwloc_topology_t topology, int kind, int kinds) {
    unsigned count = 0;
    hwloc_info_s* infos = nullptr;
    if (hwloc_cpukinds_get_info(topology, static_cast<unsigned>(kind), nullptr, nullptr, &count,
                                &infos, 0) == 0)
        for (unsigned i = 0; i < count; ++i) {
            if (std::string_view(infos[i].value) == "IntelCore") return "P";
            if (std::string_view(infos[i].value) == "IntelAtom") return "E";
        }
    if (kind == kinds - 1) return "fast";
    return kind == 0 ? "slow" : kinds == 3 ? "middle" : fmt::format("class {}", kinds - kind);
}

std::vector<CoreKind> kinds_of(hwloc_topology_t topology) {
    const int kinds = hwloc_cpukinds_get_nr(topology, 0);
    if (kinds < 2) return {CoreKind{}};
    std::vector<CoreKind> found;
    for (int kind = kinds - 1; kind >= 0; --kind) // theirs rise
        found.push_back({kind_name(topology, kind, kinds), 0, 0});
    return found;
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
        if (!core.cpus.empty())
            kind.max_ghz = std::max(kind.max_ghz, most_ghz(core.cpus.front(), root));
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
