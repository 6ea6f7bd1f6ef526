// SPDX-License-Identifier: MIT
// Which block uses which word (or byte) of an allocation. A line of 32 of them, what a warp
// accesses that goes side by side, has one claim, with the words that it is about, until a second
// block comes to it or the words are used in several ways.
#pragma once

#include "sim/simt/held.hpp"
#include "sim/simt/zeroed.hpp"

#include <atomic>
#include <cstdint>

namespace lockstep::simt {

/// Commute: an update whose old value nobody sees, and which comes out the same in any order.
enum class Use : std::uint8_t { Read, Write, Commute };

enum class Grain : std::uint8_t { Words, Lines };

class Claims {
  public:
    /// `granule`: the bytes that have a claim of their own, 1 or 4. Whole lines: a claim on a word
    /// is one on its whole line. Where the blocks' lines are their own anyway this spares the
    /// atomic update for each further word of a line; where they are not, it refuses more than it
    /// must.
    void reset(std::uint64_t bytes, std::uint32_t granule = 4, Grain grain = Grain::Words);
    /// Bytes first to end, for a block. False: another block's use forbids it.
    bool claim(std::uint64_t first, std::uint64_t end, std::uint32_t block, Use use);

    static constexpr std::uint32_t most_blocks = (1u << 30) - 4;
    static constexpr std::uint64_t usual_line_bytes = KnownLines::bytes; ///< at a granule of 4

    /// Of one line those words whose bit is set.
    bool claim_line(std::uint64_t line, std::uint32_t words, std::uint32_t block, Use use) {
        Line place(m_lines[seat_of(line)]);
        std::uint64_t held = place.load(std::memory_order_acquire);
        words |= m_always;
        // Most often the block has it already, and neither waits nor writes.
        if (static_cast<std::uint32_t>(held) == (owned_by | (block + 1)) &&
            (words & ~static_cast<std::uint32_t>(held >> 32)) == 0)
            return true;
        if (held == 0 &&
            place.compare_exchange_strong(held, line_claim(kind_of(use) | (block + 1), words),
                                          std::memory_order_acq_rel))
            return true;
        return take_line(line, words, block + 1, use);
    }
    /// Whether the block has written all these words before, or used them in several ways: then
    /// nothing has to be claimed. `addresses`, of which `begin` is the allocation's, go up to a
    /// line for each lane that is on; an access lies in one line.
    bool owns(const std::uint64_t* addresses, std::uint64_t begin, Mask on, std::uint32_t size,
              std::uint32_t block) const {
        return all_held(m_lines.begin(), addresses, begin, on, owned_by | (block + 1),
                        words_at(0, size), m_granule_bits);
    }
    std::uint64_t line_at(std::uint64_t at) const { return at >> m_granule_bits >> 5; }
    /// The words of its line that an access at this byte uses; it lies in one line.
    std::uint32_t words_at(std::uint64_t at, std::uint32_t size) const {
        const auto from = static_cast<std::uint32_t>(at >> m_granule_bits) & 31;
        const auto to = static_cast<std::uint32_t>((at + size - 1) >> m_granule_bits) & 31;
        return ~0u >> (31 - (to - from)) << from;
    }

  private:
    // A claim is 2 bits of what and 30 of who, of which 0 is nobody. Owned: written, or read and
    // written, by one block. Updated: only updates whose order does not matter. Several blocks may
    // read, or may update.
    static constexpr std::uint32_t read_by = 0u << 30, owned_by = 1u << 30, updated_by = 2u << 30;
    static constexpr std::uint32_t who = (1u << 30) - 1, several = who;
    static constexpr std::uint32_t unclaimed = 0;
    // Of lines only: its words have claims of their own, or are just being given them.
    static constexpr std::uint32_t in_words = 3u << 30, being_split = in_words | 1;

    using Place = std::atomic_ref<std::uint32_t>;
    using Line = std::atomic_ref<std::uint64_t>;
    enum class Way : std::uint8_t { Held, Take, Split, Refused };
    struct Next {
        Way way;
        std::uint64_t claim; ///< of Take
    };
    /// A line's claim says in its upper half of which words it is.
    static std::uint64_t line_claim(std::uint32_t claim, std::uint32_t words) {
        return std::uint64_t{words} << 32 | claim;
    }
    static std::uint32_t kind_of(Use use) {
        return use == Use::Read ? read_by : use == Use::Write ? owned_by : updated_by;
    }
    bool take_line(std::uint64_t line, std::uint32_t words, std::uint32_t self, Use use);
    static Next next_of(std::uint64_t held, std::uint32_t words, std::uint32_t self, Use use);
    static bool claim_one(Place place, std::uint32_t self, Use use);
    bool claim_words(std::uint64_t line, std::uint32_t words, std::uint32_t self, Use use);
    void split(std::uint64_t line);

    Zeroed<std::uint32_t> m_words; ///< not there while lines are claimed whole
    Zeroed<std::uint64_t> m_lines;
    std::uint32_t m_always = 0; ///< words that are part of every claim on their line
    int m_granule_bits = 2;     ///< a shift, because every lane of an access asks for its line
};

} // namespace lockstep::simt
