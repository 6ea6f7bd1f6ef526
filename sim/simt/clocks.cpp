// SPDX-License-Identifier: MIT
#include "sim/simt/clocks.hpp"

#include "sim/simt/cast.hpp"

#include <algorithm>

namespace lockstep::simt {

Clocks::Clocks(unsigned threads, bool partial)
    : m_threads((threads + 31) / 32 * 32), m_partial(partial), m_warps(m_threads / 32) {
    if (partial) {
        m_seen.resize(std::size_t{m_threads} * m_threads);
        m_ticks.resize(m_threads);
    }
}

std::uint64_t Clocks::footprint(unsigned threads, bool partial) {
    const std::uint64_t all = (std::uint64_t{threads} + 31) / 32 * 32;
    return all / 32 * sizeof(WarpClock) + (partial ? (all + 1) * all * sizeof(std::uint32_t) : 0);
}

void Clocks::start() {
    ++m_generation;
    for (WarpClock& warp : m_warps) {
        warp.tick = warp.floor = 1;
        warp.split = false;
    }
    std::ranges::fill(m_seen, 0u);
    std::ranges::fill(m_ticks, 1u);
    m_comers = {};
    m_cluster_knew.clear();
}

bool Clocks::ordered_in_warp(const Stamp& stamp, int thread) const {
    const auto t = static_cast<std::size_t>(thread);
    if (stamp.thread / 32 != t / 32)
        return false;
    const WarpClock& warp = m_warps[t / 32];
    return stamp.tick < warp.floor ||
           (warp.split && stamp.tick < warp.seen[t % 32][stamp.thread % 32]);
}

bool Clocks::ordered_by_thread(const Stamp& stamp, int thread) const {
    const std::size_t row = static_cast<std::size_t>(thread) * m_threads;
    return stamp.tick < m_seen[row + stamp.thread];
}

void Clocks::warp_barrier(int index, Mask members, Mask live) {
    if (m_partial) {
        std::vector<int> threads;
        for_lanes(members, [&](int lane) { threads.push_back(index * 32 + lane); });
        return join_threads(threads);
    }
    WarpClock& warp = m_warps[static_cast<std::size_t>(index)];
    ++warp.tick;
    // A barrier of all 32 lanes needs one number. Lanes that exited before it are ordered before
    // nobody, so that then the rest need their own.
    if (members == ~Mask{0} && live == ~Mask{0}) {
        warp.floor = warp.tick;
        warp.split = false;
        return;
    }
    if (!warp.split)
        for (auto& row : warp.seen)
            row.fill(warp.floor);
    warp.split = true;
    std::array<std::uint32_t, 32> known{};
    for_lanes(members, [&](int lane) {
        const auto& row = warp.seen[static_cast<std::size_t>(lane)];
        for (std::size_t k = 0; k < 32; ++k)
            known[k] = std::max(known[k], row[k]);
    });
    for_lanes(members, [&](int lane) { known[static_cast<std::size_t>(lane)] = warp.tick; });
    for_lanes(members, [&](int lane) { warp.seen[static_cast<std::size_t>(lane)] = known; });
}

/// All of them know now what one of them knew, and all that they did.
void Clocks::join_threads(const std::vector<int>& threads) {
    std::vector<std::uint32_t> known(m_threads, 0);
    for (const int thread : threads) {
        const auto t = static_cast<std::size_t>(thread);
        for (std::size_t k = 0; k < m_threads; ++k)
            known[k] = std::max(known[k], m_seen[t * m_threads + k]);
        known[t] = std::max(known[t], ++m_ticks[t]);
    }
    for (const int thread : threads)
        std::ranges::copy(known, m_seen.begin() + std::ptrdiff_t{thread} *
                                                      static_cast<std::ptrdiff_t>(m_threads));
}

void Clocks::come(unsigned barrier, int warp, Mask lanes, bool waits) {
    if (!m_partial)
        return;
    Comers& comers = m_comers[barrier];
    comers.known.resize(m_threads, 0);
    for_lanes(lanes, [&](int lane) {
        const int thread = warp * 32 + lane;
        const auto t = static_cast<std::size_t>(thread);
        // Whoever waits will know what everybody knew on coming; what a thread that only arrives
        // does afterwards is not ordered by it.
        for (std::size_t k = 0; k < m_threads; ++k)
            comers.known[k] = std::max(comers.known[k], m_seen[t * m_threads + k]);
        comers.known[t] = std::max(comers.known[t], ++m_ticks[t]);
        if (waits)
            comers.waiting.push_back(thread);
    });
}

void Clocks::complete(unsigned barrier, bool whole) {
    Comers comers = std::move(m_comers[barrier]);
    m_comers[barrier] = {};
    if (whole) {
        ++m_generation;
        for (WarpClock& warp : m_warps) {
            warp.tick = warp.floor = 1;
            warp.split = false;
        }
    }
    if (!m_partial)
        return;
    for (const int thread : comers.waiting)
        for (std::size_t k = 0; k < m_threads; ++k)
            seen(thread, static_cast<int>(k)) =
                std::max(seen(thread, static_cast<int>(k)), comers.known[k]);
}

void Clocks::complete_cluster() {
    m_cluster_knew = std::move(m_comers[cluster].known);
    m_comers[cluster] = {};
}

void Clocks::leave_cluster(int warp, Mask lanes) {
    // Nobody is a phase behind: it cannot be complete without them.
    for_lanes(lanes, [&](int lane) {
        for (std::size_t k = 0; k < m_cluster_knew.size(); ++k) {
            std::uint32_t& mine = seen(warp * 32 + lane, static_cast<int>(k));
            mine = std::max(mine, m_cluster_knew[k]);
        }
    });
}

} // namespace lockstep::simt
