// SPDX-License-Identifier: MIT
// Finds races in shared memory by happens-before, whatever the schedule (FastTrack: Flanagan and
// Freund 2009). Barriers of the block and bar.warp.sync order accesses; nothing else does.
#pragma once

#include "sim/simt/clocks.hpp"

#include <cstddef>
#include <unordered_map>

namespace lockstep::simt {

enum class RaceUse : std::uint8_t { Read, Write, Atomic };

/// One element of one warp instruction.
struct RaceAccess {
    RaceUse use = RaceUse::Read;
    int warp = 0;
    Mask on = 0;
    std::uint32_t instruction = 0;
    const std::uint64_t* addresses = nullptr; ///< of each lane
    std::uint64_t base = 0;                   ///< address - base is the byte of shared memory
    std::uint32_t width = 4;                  ///< bytes
    const std::byte* memory = nullptr;        ///< what is there now, from byte 0
    const std::byte* values = nullptr;        ///< of a write: what will be there, lane by lane
    std::uint32_t value_bytes = 4;            ///< how large a lane of `values` is

    std::uint64_t byte_of(int lane) const { return addresses[lane] - base; }
};

struct RaceReport {
    int lane = -1;  ///< -1: none
    int other = -1; ///< a thread of the block
    RaceUse other_use = RaceUse::Read;
    std::uint64_t offset = 0;
    bool remark = false; ///< one instruction wrote one value: no harm
};

class RaceDetector {
  public:
    /// `granule` is the smallest access of the program: what is told apart. `partial`: some barrier
    /// may be one of a part of the block, which takes clocks for each thread.
    RaceDetector(std::uint64_t bytes, unsigned threads, bool partial, std::uint32_t granule);
    /// What one takes of our own memory, but for the lists of readers.
    static std::uint64_t footprint(std::uint64_t bytes, unsigned threads, bool partial,
                                   std::uint32_t granule);
    /// A new block: whatever was before is ordered before it.
    void start();
    /// Called before the memory is changed. Keeps the first real race in `worst`.
    void access(const RaceAccess& what, RaceReport& worst);
    /// The lanes whose reads can tell nothing new: since the last barrier several warps read the
    /// place and nobody wrote to it.
    Mask without_news(const RaceAccess& what) const;

    void warp_barrier(int warp, Mask members, Mask live) {
        m_clocks.warp_barrier(warp, members, live);
    }
    void come(unsigned barrier, int warp, Mask lanes, bool waits) {
        m_clocks.come(barrier, warp, lanes, waits);
    }
    void complete(unsigned barrier, bool whole) { m_clocks.complete(barrier, whole); }
    void come_to_cluster(int warp, Mask lanes) {
        m_clocks.come(Clocks::cluster, warp, lanes, false);
    }
    void complete_cluster() { m_clocks.complete_cluster(); }
    void leave_cluster(int warp, Mask lanes) { m_clocks.leave_cluster(warp, lanes); }

  private:
    /// Who read (or updated) a place since it was last written. Most are single threads or lanes of
    /// one warp; readers in two warps are in a race with any writer, so they need no list.
    struct Readers {
        enum class State : std::uint8_t { None, OneWarp, SeveralWarps, List };
        Stamp stamp{};           ///< of the last one, or of one of several warps
        std::uint32_t lanes = 0; ///< OneWarp: which; SeveralWarps: a thread of another warp
        State state = State::None;
    };
    struct Cell {
        Stamp write{};
        std::uint32_t instruction = 0, event = 0; ///< of that write
        Readers reads;
    };
    struct Found {
        int other = -1;
        RaceUse use = RaceUse::Read;
    };
    void access_cell(const RaceAccess& what, int lane, std::size_t index, RaceReport& worst);
    bool read_again(Cell& cell, std::size_t index, int lane);
    void add(Readers& readers, std::size_t key, Stamp now);
    void add_to_list(Readers& readers, std::size_t key, Stamp now);
    Found conflict(const Readers& readers, std::size_t key, int thread, RaceUse use) const;
    Found check(const Cell& cell, std::size_t index, RaceUse use, int thread) const;
    bool is_same_value(const RaceAccess& what, const Cell& cell, int lane) const;
    void record(Cell& cell, std::size_t index, const RaceAccess& what, Stamp now);

    Clocks m_clocks;
    std::uint32_t m_shift; ///< a cell is 1 << m_shift bytes
    std::uint32_t m_event = 0;
    Stamp m_now; ///< of lane 0 of the warp whose access it is
    std::vector<Cell> m_cells;
    std::vector<Readers> m_updates;     ///< by cell; empty until something is updated
    std::vector<std::uint32_t> m_quiet; ///< by cell: the generation in which reads tell nothing new
    std::unordered_map<std::size_t, std::vector<Stamp>> m_lists; ///< readers that are neither
};

} // namespace lockstep::simt
