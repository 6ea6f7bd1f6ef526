// SPDX-License-Identifier: MIT
// How large the arrays are that belong to a level.
#include "kernels/measure/facts/caches.hpp"
#include "kernels/measure/probes/triad.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep {
namespace {

constexpr double least_memory_bytes = 48.0 * (1 << 20);
constexpr double most_memory_bytes = 1.0 * (1 << 30);

/// What a worker has of a cache that others of the team use too. Workers are dealt to neighbouring
/// cores first, so that they share it as soon as they can.
double share_of(const protocol::CacheInfo& cache, int workers) {
    return cache.size_bytes / std::clamp(workers, 1, std::max(1, cache.shared_by));
}

/// All caches of the last level that these workers can reach.
double last_bytes(const std::vector<protocol::CacheInfo>& levels, int workers) {
    if (levels.empty()) return 0;
    const protocol::CacheInfo& last = levels.back();
    const int reached = (workers + last.shared_by - 1) / std::max(1, last.shared_by);
    return last.size_bytes * std::clamp(reached, 1, std::max(1, last.count));
}

} // namespace

std::vector<TriadPlan> triad_plans(const std::vector<protocol::CacheInfo>& caches, int workers,
                                   double room_bytes) {
    const std::vector<protocol::CacheInfo> levels = data_levels(caches);
    std::vector<TriadPlan> plans;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double share = share_of(levels[i], workers);
        const double nearer = i == 0 ? 0 : share_of(levels[i - 1], workers);
        const double set = std::max(share / 2, std::min(1.5 * nearer, 0.9 * share));
        if (set > 1.2 * nearer)
            plans.push_back({fmt::format("L{}", levels[i].level), workers, set});
    }
    const double last = last_bytes(levels, workers);
    const double wanted = std::clamp(6 * last, least_memory_bytes, most_memory_bytes);
    const double all = room_bytes > 0 ? std::min(wanted, room_bytes) : least_memory_bytes;
    if (all > 2 * last || all >= most_memory_bytes)
        plans.push_back({"memory", workers, all / workers});
    return plans;
}

} // namespace lockstep
