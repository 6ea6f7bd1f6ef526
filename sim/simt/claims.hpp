// SPDX-License-Identifier: MIT
// Which block uses which word (or byte) of an allocation. A line of 32 of them, what a warp
// accesses that goes side by side, has one claim until somebody uses a part of it.
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

  private:
    using Place = std::atomic_ref<std::uint32_t>;
    static bool claim_one(Place place, std::uint32_t held, std::uint32_t self, Use use);
    bool claim_words(std::uint64_t first, std::uint64_t end, std::uint32_t self, Use use);
    void split(std::uint64_t line);

    struct Free {
        void operator()(std::uint32_t* memory) const { std::free(memory); }
    };
    // Not vectors: memory that is zero without having been touched costs nothing.
    std::unique_ptr<std::uint32_t, Free> m_words, m_lines;
    std::uint32_t m_granule = 4;
};

} // namespace lockstep::simt
