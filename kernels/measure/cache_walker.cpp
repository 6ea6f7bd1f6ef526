// SPDX-License-Identifier: MIT
// Which caches a core has, and walking over more than they hold.
#include "kernels/measure/cache_walker.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/recorder.hpp"

#include <algorithm>

namespace lockstep {
namespace {

/// Where nothing is known: more than the caches of most machines.
constexpr double unknown_bytes = 64e6;
constexpr std::size_t line_bytes = 64;

bool holds_data(const protocol::CacheInfo& cache) {
    return cache.kind != "instruction" && cache.size_bytes > 0;
}

int last_level(std::span<const protocol::CacheInfo> caches) {
    int level = 0;
    for (const protocol::CacheInfo& cache : caches)
        level = holds_data(cache) ? std::max(level, cache.level) : level;
    return level;
}

double largest(std::span<const protocol::CacheInfo> caches) {
    double bytes = 0;
    for (const protocol::CacheInfo& cache : caches)
        bytes = holds_data(cache) ? std::max(bytes, cache.size_bytes) : bytes;
    return bytes > 0 ? bytes : unknown_bytes;
}

/// The CPUs that share this one's last level; empty where that is not known.
std::vector<int> neighbours(std::span<const protocol::CacheInfo> caches, int cpu) {
    for (const protocol::CacheInfo& cache : caches)
        if (holds_data(cache) && cache.level == last_level(caches))
            for (const std::vector<int>& cpus : cache.cpus)
                if (std::ranges::count(cpus, cpu) != 0) return cpus;
    return {};
}

double own_bytes(std::span<const protocol::CacheInfo> caches) {
    double bytes = 0;
    for (const protocol::CacheInfo& cache : caches)
        if (holds_data(cache) && cache.level < last_level(caches))
            bytes = std::max(bytes, cache.size_bytes);
    return bytes;
}

} // namespace

std::vector<CacheWalk> cache_walks(std::span<const protocol::CacheInfo> caches,
                                   std::span<const int> cpus, int workers) {
    std::vector<CacheWalk> walks;
    std::vector<std::vector<int>> walked;
    for (const int cpu : cpus.first(std::min(cpus.size(), static_cast<std::size_t>(workers)))) {
        const std::vector<int> shared = neighbours(caches, cpu);
        const bool done = !shared.empty() && std::ranges::count(walked, shared) != 0;
        walked.push_back(shared);
        const double bytes = 2 * (done ? own_bytes(caches) : largest(caches));
        walks.push_back({cpu, static_cast<std::size_t>(bytes)});
    }
    return walks;
}

CacheWalker::CacheWalker(std::vector<protocol::CacheInfo> caches, std::vector<int> cpus,
                         std::size_t most_bytes)
    : m_caches(std::move(caches)), m_cpus(std::move(cpus)) {
    const auto wanted = static_cast<std::size_t>(2 * largest(m_caches));
    m_enough = wanted <= most_bytes;
    m_memory.assign(std::max(line_bytes, std::min(wanted, most_bytes)), 1);
}

void CacheWalker::walk(int workers) {
    const std::int64_t begin_ns = Recorder::now_ns();
    for (const CacheWalk& walk : cache_walks(m_caches, m_cpus, workers)) {
        pin_thread(walk.cpu);
        const std::size_t bytes = std::min(walk.bytes, m_memory.size());
        // Written, too: a line that must go back to memory leaves no room for a cleverer guess.
        for (std::size_t at = 0; at < bytes; at += line_bytes)
            m_seen += ++m_memory[at];
    }
    m_latest_ns = static_cast<double>(Recorder::now_ns() - begin_ns);
}

} // namespace lockstep
