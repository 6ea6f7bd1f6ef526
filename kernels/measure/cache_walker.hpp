// SPDX-License-Identifier: MIT
// Takes from the caches what a side left there: each of its cores walks over memory that is larger
// than its caches. Untimed, before a sample that is asked for with cold caches.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace lockstep {

/// What a core walks over: twice the caches that are its own, and twice the last level as well
/// where no core before it has done that for all who share it.
struct CacheWalk {
    int cpu = 0;
    std::size_t bytes = 0;
};

/// The walks of the first `workers` of these CPUs, in their order. A CPU that no cache names walks
/// over everything.
std::vector<CacheWalk> cache_walks(std::span<const protocol::CacheInfo> caches,
                                   std::span<const int> cpus, int workers);

class CacheWalker {
  public:
    /// At most `most_bytes` are walked over; with less than the caches hold they stay half warm.
    CacheWalker(std::vector<protocol::CacheInfo> caches, std::vector<int> cpus,
                std::size_t most_bytes);

    /// For all cores that so many workers are pinned to. Leaves the caller pinned to the last.
    void walk(int workers);

    /// How long the latest walk took; 0 before the first.
    double latest_ns() const { return m_latest_ns; }
    /// Whether there is memory enough to walk over twice the largest cache.
    bool is_enough() const { return m_enough; }

  private:
    std::vector<protocol::CacheInfo> m_caches;
    std::vector<int> m_cpus;
    std::vector<unsigned char> m_memory;
    bool m_enough = true;
    double m_latest_ns = 0;
    unsigned m_seen = 0; ///< of what was read, so that it is read
};

} // namespace lockstep
