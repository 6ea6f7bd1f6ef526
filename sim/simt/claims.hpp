// SPDX-License-Identifier: MIT
// Which block uses which word (or byte) of an allocation. A line of 32 of them, what a warp
// accesses that goes side by side, has one claim, with the words that it is about, until a second
// block comes to it or the words are used in several ways.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace lockstep::simt {

/// Commute: an update whose old value nobody sees, and which comes out the same in any order.
enum class Use : std::uint8_t { Read, Write, Commute };

class Claims {
  public:
    /// `granule`: the bytes that have a claim of their own, 1 or 4.
    void reset(std::uint64_t bytes, std::uint32_t granule = 4);
    /// Bytes first to end, for a block. False: another block's use forbids it.
    bool claim(std::uint64_t first, std::uint64_t end, std::uint32_t block, Use use);

    static constexpr std::uint32_t most_blocks = (1u << 30) - 4;

    /// Of one line those words whose bit is set.
    bool claim_line(std::uint64_t line, std::uint32_t words, std::uint32_t block, Use use);
    std::uint64_t line_bytes() const { return std::uint64_t{32} * m_granule; }
    /// The words of its line that an access at this byte uses; it lies in one line.
    std::uint32_t words_at(std::uint64_t at, std::uint32_t size) const {
        const auto from = static_cast<std::uint32_t>(at % line_bytes()) / m_granule;
        const auto to = static_cast<std::uint32_t>((at + size - 1) % line_bytes()) / m_granule;
        return ~0u >> (31 - (to - from)) << from;
    }

  private:
    using Place = std::atomic_ref<std::uint32_t>;
    using Line = std::atomic_ref<std::uint64_t>;
    enum class Way : std::uint8_t { Held, Take, Split, Refused };
    struct Next {
        Way way;
        std::uint64_t claim; ///< of Take
    };
    /// Neighbouring lines' claims lie in different cache lines, those of eight lines away in one:
    /// two cores that work on neighbouring lines, columns of a matrix for one, would share them
    /// falsely.
    static std::uint64_t seat_of(std::uint64_t line) {
        return (line & ~std::uint64_t{63}) | (line & 7) << 3 | (line >> 3 & 7);
    }
    static Next next_of(std::uint64_t held, std::uint32_t words, std::uint32_t self, Use use);
    static bool claim_one(Place place, std::uint32_t self, Use use);
    bool claim_words(std::uint64_t line, std::uint32_t words, std::uint32_t self, Use use);
    void split(std::uint64_t line);

    struct Free {
        void operator()(void* memory) const { std::free(memory); }
    };
    // Not vectors: memory that is zero without having been touched costs nothing.
    std::unique_ptr<std::uint32_t, Free> m_words;
    std::unique_ptr<std::uint64_t, Free> m_lines;
    std::uint32_t m_granule = 4;
};

} // namespace lockstep::simt
