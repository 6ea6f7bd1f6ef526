// SPDX-License-Identifier: MIT
// Grouping hwloc's cache objects, and the C library's numbers.
#include "kernels/measure/facts/caches.hpp"

#include "kernels/measure/topology.hpp"

#include <algorithm>
#include <array>
#include <hwloc.h>
#include <tuple>
#include <unistd.h>

namespace lockstep {

using protocol::CacheInfo;

namespace {

std::string kind_of(hwloc_obj_cache_type_t type) {
    if (type == HWLOC_OBJ_CACHE_DATA) return "data";
    return type == HWLOC_OBJ_CACHE_INSTRUCTION ? "instruction" : "unified";
}

CacheInfo info_of(const hwloc_obj& cache) {
    const auto& attributes = cache.attr->cache;
    return {static_cast<int>(attributes.depth),
            kind_of(attributes.type),
            static_cast<double>(attributes.size),
            static_cast<int>(attributes.linesize),
            attributes.associativity,
            1,
            std::max(1, hwloc_bitmap_weight(cache.cpuset)),
            {cpu_numbers(cache.cpuset)}};
}

auto key(const CacheInfo& cache) {
    return std::tuple(cache.level, cache.kind, -cache.size_bytes, cache.shared_by, cache.ways,
                      cache.line_bytes);
}

long known(int name) {
    return std::max(0L, sysconf(name));
}

} // namespace

std::vector<CacheInfo> caches_of(hwloc_topology* topology) {
    std::vector<CacheInfo> found;
    for (int type = HWLOC_OBJ_L1CACHE; type <= HWLOC_OBJ_L3ICACHE; ++type)
        for (hwloc_obj_t cache = nullptr;
             (cache = hwloc_get_next_obj_by_type(topology, static_cast<hwloc_obj_type_t>(type),
                                                 cache)) != nullptr;) {
            const CacheInfo info = info_of(*cache);
            if (info.size_bytes <= 0) continue;
            const auto same = std::ranges::find_if(
                found, [&](const CacheInfo& other) { return key(other) == key(info); });
            if (same == found.end()) {
                found.push_back(info);
            } else {
                ++same->count;
                same->cpus.push_back(info.cpus.front());
            }
        }
    std::ranges::sort(found, {}, key);
    return found;
}

std::vector<CacheInfo> caches_of_library() {
    struct Names {
        int level;
        const char* kind;
        int size, ways, line;
    };
    const std::array<Names, 5> all{{
        {1, "data", _SC_LEVEL1_DCACHE_SIZE, _SC_LEVEL1_DCACHE_ASSOC, _SC_LEVEL1_DCACHE_LINESIZE},
        {1, "instruction", _SC_LEVEL1_ICACHE_SIZE, _SC_LEVEL1_ICACHE_ASSOC,
         _SC_LEVEL1_ICACHE_LINESIZE},
        {2, "unified", _SC_LEVEL2_CACHE_SIZE, _SC_LEVEL2_CACHE_ASSOC, _SC_LEVEL2_CACHE_LINESIZE},
        {3, "unified", _SC_LEVEL3_CACHE_SIZE, _SC_LEVEL3_CACHE_ASSOC, _SC_LEVEL3_CACHE_LINESIZE},
        {4, "unified", _SC_LEVEL4_CACHE_SIZE, _SC_LEVEL4_CACHE_ASSOC, _SC_LEVEL4_CACHE_LINESIZE},
    }};
    std::vector<CacheInfo> found;
    for (const Names& names : all)
        if (const long size = known(names.size); size > 0)
            found.push_back({names.level,
                             names.kind,
                             static_cast<double>(size),
                             static_cast<int>(known(names.line)),
                             static_cast<int>(known(names.ways)),
                             1,
                             1,
                             {}});
    return found;
}

std::vector<CacheInfo> data_levels(const std::vector<CacheInfo>& caches) {
    std::vector<CacheInfo> levels;
    for (const CacheInfo& cache : caches)
        if (cache.kind != "instruction" && (levels.empty() || levels.back().level != cache.level))
            levels.push_back(cache);
    return levels;
}

} // namespace lockstep
