// SPDX-License-Identifier: MIT
// What is ordered before what in a block. A barrier of the whole block begins a generation for
// everybody; inside it each warp counts its bar.warp.sync. Only blocks with barriers of a part of
// their threads need a clock for each pair of threads.
#pragma once

#include "sim/simt/semantics.hpp"

#include <array>
#include <vector>

namespace lockstep::simt {

/// When and by whom: generation, tick of the warp (or thread), thread of the block.
struct Stamp {
    std::uint32_t generation = 0; ///< 0: never
    std::uint32_t tick = 0;
    std::uint32_t thread = 0;
};

class Clocks {
  public:
    Clocks(unsigned threads, bool partial);
    static std::uint64_t footprint(unsigned threads, bool partial); ///< in bytes
    void start();

    Stamp now(int thread) const {
        const auto t = static_cast<std::size_t>(thread);
        return {m_generation, m_partial ? m_ticks[t] : m_warps[t / 32].tick,
                static_cast<std::uint32_t>(thread)};
    }
    /// Whether all that happened at the stamp comes before what the thread does now.
    bool ordered(const Stamp& stamp, int thread) const {
        if (stamp.generation < m_generation || static_cast<int>(stamp.thread) == thread)
            return true;
        return m_partial ? ordered_by_thread(stamp, thread) : ordered_in_warp(stamp, thread);
    }
    std::uint32_t generation() const { return m_generation; }
    bool partial() const { return m_partial; }

    void warp_barrier(int warp, Mask members, Mask live);
    void come(unsigned barrier, int warp, Mask lanes, bool waits);
    void complete(unsigned barrier, bool whole);

    /// The barrier of a cluster: threads come() to it and learn, when they leave it, what all knew
    /// that came. Only with partial barriers.
    static constexpr unsigned cluster = 16;
    void complete_cluster();
    void leave_cluster(int warp, Mask lanes);

  private:
    struct WarpClock {
        std::uint32_t tick = 1;  ///< now
        std::uint32_t floor = 1; ///< whatever came before it is ordered for all lanes
        bool split = false;      ///< some lanes know more than `floor`
        std::array<std::array<std::uint32_t, 32>, 32> seen{}; ///< by lane, of another lane
    };
    bool ordered_in_warp(const Stamp& stamp, int thread) const;
    bool ordered_by_thread(const Stamp& stamp, int thread) const;
    void join_threads(const std::vector<int>& threads);
    std::uint32_t& seen(int by, int of) {
        return m_seen[static_cast<std::size_t>(by) * m_threads + static_cast<std::size_t>(of)];
    }

    unsigned m_threads;
    bool m_partial;
    std::uint32_t m_generation = 0;
    std::vector<WarpClock> m_warps;
    std::vector<std::uint32_t> m_seen, m_ticks; ///< by thread, only with partial barriers
    struct Comers {
        std::vector<int> waiting;
        std::vector<std::uint32_t> known; ///< what those that only arrived knew
    };
    std::array<Comers, 17> m_comers;
    std::vector<std::uint32_t> m_cluster_knew; ///< when its last phase was complete
};

} // namespace lockstep::simt
