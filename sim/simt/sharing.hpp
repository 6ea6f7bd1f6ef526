// SPDX-License-Identifier: MIT
// Whether blocks may run in any order, on several cores: who reads, writes or updates each word of
// global memory. A word is claimed before it is used, so that no two cores ever touch one that
// matters: the first conflict ends the attempt, and the memory is put back.
#pragma once

#include "sim/simt/claims.hpp"
#include "sim/simt/memory.hpp"
#include "sim/simt/region.hpp"
#include "sim/simt/semantics.hpp"

#include <mutex>
#include <span>

namespace lockstep::simt {

/// Of one allocation.
struct Ownership {
    /// Reads alone need no record. This holds until the first write.
    enum class Mode : std::uint8_t { Untouched, ReadOnly, Claimed };
    std::atomic<Mode> mode{Mode::Untouched};
    bool claims_reads = false; ///< both read and written: every word is claimed from the start
    Grain grain = Grain::Words;
    std::once_flag prepared;
    Claims claims;
    /// Pages of 4 KiB as before the launch, each copied by whoever first claims a word of it to
    /// write: so that both cores do it, and only where it is needed.
    /// A page whose bytes are all alike, as most are before the first result, needs no room: only
    /// its byte is noted.
    enum class Saved : std::uint8_t { No, Begun, Yes };
    std::vector<std::atomic<Saved>> saved;
    std::vector<std::uint8_t> alike; ///< of each page; its bytes are then in `filler`
    std::vector<std::byte> filler;
    struct Free {
        void operator()(void* memory) const { std::free(memory); }
    };
    std::unique_ptr<std::byte, Free> bytes, written; ///< not touched before it is needed
};

/// What is known of an allocation before an attempt.
struct Expected {
    bool claims_reads = false;  ///< it is both read and written
    Grain grain = Grain::Words; ///< Lines: it is hoped that no two blocks use a line
    bool operator==(const Expected&) const = default;
};

class Sharing {
  public:
    /// `expected`: of each allocation. `keeps_written`: initialisation is checked: the marks
    /// of what was written are put back, too.
    Sharing(std::span<Allocation> allocations, const std::vector<Expected>& expected,
            bool keeps_written = true);

    /// The block is about to use these addresses. False: another block's use forbids it.
    bool claim(const Region& region, std::uint64_t block, Use use, const std::uint64_t* addresses,
               Mask on, std::uint32_t size, bool consecutive);
    /// Puts back what was written.
    void restore();
    Ownership* of(std::size_t allocation) { return m_allocations[allocation].get(); }
    /// What to expect after a conflict, of each allocation: where a read met a write, reads are
    /// claimed, and where blocks met in a line, words. Nothing new: blocks met in a word.
    std::vector<Expected> learned() const;

  private:
    bool claim_lanes(const Region& region, std::uint32_t block, Use use,
                     const std::uint64_t* addresses, Mask on, std::uint32_t size);
    void prepare(Ownership& ownership, std::size_t allocation);
    void save(Ownership& ownership, std::size_t allocation, std::uint64_t first, std::uint64_t end);
    void copy_page(Ownership& ownership, std::size_t allocation, std::size_t page);
    void put_back(const Ownership& ownership, std::size_t allocation, std::size_t page);

    std::span<Allocation> m_memory;
    const bool m_keeps_written;
    std::vector<std::unique_ptr<Ownership>> m_allocations;
    std::vector<std::atomic<bool>> m_mixed, m_met;
};

} // namespace lockstep::simt
