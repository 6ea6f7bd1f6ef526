// SPDX-License-Identifier: MIT
// What two CPUs have in common, and the latencies of those pairs.
#include "app/experiment/latency_groups.hpp"

#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace lockstep {

namespace {

using protocol::CacheInfo;
using protocol::CoreInfo;
using protocol::Layout;

const CoreInfo* core_with(const Layout& layout, int cpu) {
    const auto found = std::ranges::find_if(layout.cores, [&](const CoreInfo& core) {
        return std::ranges::find(core.cpus, cpu) != core.cpus.end();
    });
    return found == layout.cores.end() ? nullptr : &*found;
}

bool share(const CacheInfo& cache, int a, int b) {
    return std::ranges::any_of(cache.cpus, [&](const std::vector<int>& cpus) {
        return std::ranges::find(cpus, a) != cpus.end() && std::ranges::find(cpus, b) != cpus.end();
    });
}

/// The groups sort by their first number.
using Key = std::pair<int, std::string>;

Key common(const Layout& layout, int a, int b) {
    const CoreInfo *first = core_with(layout, a), *second = core_with(layout, b);
    if (!first || !second)
        return {99, "not known how far apart"};
    if (first == second)
        return {0, "same core"};
    for (const CacheInfo& cache : layout.caches)
        if (cache.kind != "instruction" && share(cache, a, b))
            return {cache.level, fmt::format("same L{}", cache.level)};
    if (first->package != second->package)
        return {12, "another socket"};
    return first->node == second->node ? Key{10, "same socket"} : Key{11, "another node"};
}

} // namespace

std::vector<LatencyGroup> latency_groups(const Layout& layout,
                                         const protocol::CoreLatencies& latencies) {
    std::map<Key, std::vector<double>> times;
    for (std::size_t i = 0; i < latencies.ns.size(); ++i)
        for (std::size_t j = 0; j < latencies.ns[i].size(); ++j)
            if (const double ns = latencies.ns[i][j]; !std::isnan(ns))
                times[common(layout, latencies.cpus[i], latencies.cpus[j])].push_back(ns);
    std::vector<LatencyGroup> groups;
    for (const auto& [key, ns] : times)
        groups.push_back({key.second, static_cast<int>(ns.size()), std::ranges::min(ns),
                          stats::median(ns), std::ranges::max(ns)});
    return groups;
}

std::string what_two_share(const Layout& layout, int cpu, int other) {
    return common(layout, cpu, other).second;
}

} // namespace lockstep
