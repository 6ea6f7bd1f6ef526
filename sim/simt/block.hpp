// SPDX-License-Identifier: MIT
// A block: its warps, its shared memory and its barriers.
#pragma once

#include "sim/simt/barriers.hpp"
#include "sim/simt/held.hpp"
#include "sim/simt/races.hpp"
#include "sim/simt/reporter.hpp"
#include "sim/simt/warp.hpp"

#include <memory>
#include <string>

namespace lockstep::simt {

struct BlockState; ///< sim/simt/snapshot.hpp

class Block {
  public:
    /// `caches` are the regions that each access of the program last hit; blocks of one thread of
    /// the simulator share them.
    Block(Card& in, std::vector<Region>& caches);
    /// Makes it the block of that index in the grid, at its beginning. Where the budget has no
    /// memory for it, it is stopped, with a finding.
    void start(std::uint64_t number);
    /// Asks the budget for that much of our own memory, until the block ends. False: it has no
    /// more.
    bool take_memory(std::uint64_t bytes);
    void give_memory_back();
    /// "The budget of memory is used up at PTX line 7: ...".
    void report_memory(Finding* found) const;

    /// Executes at most `left` warp instructions. False: nothing is left to be done.
    bool run(Turn& left);
    template <class Observer>
    bool run(Turn& left, Observer& observer);

    /// Between two turns, like those of its warps. What checks have seen is not kept: they change
    /// nothing in what the block does.
    void save(BlockState& state, const BlockState* before) const;
    void restore(const BlockState& state);

    Card& card;
    std::vector<Region>& caches;
    std::uint64_t number = 0;
    std::array<unsigned, 3> position{};
    Counters counters;
    Reporter reporter;
    Region shared;
    std::vector<std::byte> shared_bytes;
    std::vector<std::uint64_t> shared_written;
    std::unique_ptr<RaceDetector> races; ///< null: not checked
    Barriers barriers;
    std::vector<std::unique_ptr<Warp>> warps;
    std::vector<std::string> printed;
    bool stopped = false;    ///< given up: a trap, or nothing can move
    bool conflicted = false; ///< another block that runs at the same time uses the same words

    Finding* note(FindingKind kind, bool remark, const Warp& warp, std::uint32_t instruction,
                  int lane) {
        return reporter.note(kind, remark, warp.code(), instruction, warp.index * 32 + lane);
    }
    /// What was last written by the access with that cache, of blocks on several cores.
    KnownLines& known_lines(std::uint32_t cache) {
        if (m_known_lines.empty())
            m_known_lines.resize(caches.size());
        return m_known_lines[cache];
    }
    unsigned exited_threads() const;
    /// On a stack: every warp that could go on goes round a loop in which nothing changes.
    bool spins() const;
    void report_spinning();

  private:
    Warp* next_ready();
    /// Something moves again although every warp waits; false: nothing can.
    bool wake();
    void report_standstill();

    std::vector<KnownLines> m_known_lines;
    std::size_t m_next = 0;
    std::uint64_t m_held_bytes = 0;
};

} // namespace lockstep::simt
