// SPDX-License-Identifier: MIT
#include "sim/simt/claims.hpp"

#include <algorithm>

namespace lockstep::simt {

// A claim is 2 bits of what and 30 of who. Owned: written, or read and written, by one block.
// Updated: only updates whose order does not matter. Several blocks may read, or may update.
static constexpr std::uint32_t read_by = 0u << 30, owned_by = 1u << 30, updated_by = 2u << 30;
static constexpr std::uint32_t who = (1u << 30) - 1, several = who;
static constexpr std::uint32_t unclaimed = 0;
// Of lines only: its words have claims of their own, or are just being given them.
static constexpr std::uint32_t in_words = 3u << 30, being_split = in_words | 1;

void Claims::reset(std::uint64_t bytes, std::uint32_t granule) {
    m_granule = granule;
    const std::uint64_t lines = bytes / (32 * granule) + 2;
    m_words.reset(static_cast<std::uint32_t*>(std::calloc(lines * 32, sizeof(std::uint32_t))));
    m_lines.reset(static_cast<std::uint32_t*>(std::calloc(lines, sizeof(std::uint32_t))));
}

bool Claims::claim_one(Place place, std::uint32_t held, std::uint32_t self, Use use) {
    while (true) {
        std::uint32_t next = 0;
        const std::uint32_t kind = held & ~who, holder = held & who;
        const bool mine = holder == self;
        if (held == unclaimed) {
            next = self | (use == Use::Read ? read_by : use == Use::Write ? owned_by : updated_by);
        } else if (mine && kind == owned_by) {
            return true;
        } else if ((kind == read_by && use == Use::Read) ||
                   (kind == updated_by && use == Use::Commute)) {
            if (mine || holder == several)
                return true;
            next = kind | several;
        } else if (mine && kind != in_words) {
            next = owned_by | self;
        } else {
            return false;
        }
        if (place.compare_exchange_weak(held, next, std::memory_order_acq_rel))
            return true;
        if ((held & ~who) == in_words)
            return false;
    }
}

bool Claims::claim(std::uint64_t first, std::uint64_t end, std::uint32_t block, Use use) {
    // 0 is nobody.
    const std::uint32_t self = block + 1;
    const std::uint64_t size = 32 * m_granule;
    for (std::uint64_t line = first / size; line <= (end - 1) / size; ++line) {
        const std::uint64_t begin = line * size;
        const bool whole = first <= begin && end >= begin + size;
        Place place(m_lines.get()[line]);
        std::uint32_t held = place.load(std::memory_order_acquire);
        if (whole && (held & ~who) != in_words) {
            if (claim_one(place, held, self, use))
                continue;
            // Somebody may just have split it; otherwise it is another block's.
            held = place.load(std::memory_order_acquire);
            if ((held & ~who) != in_words)
                return false;
        }
        if (held == (owned_by | self))
            continue;
        split(line);
        if (!claim_words(std::max(first, begin), std::min(end, begin + size), self, use))
            return false;
    }
    return true;
}

/// Gives every word of the line the claim that the line had.
void Claims::split(std::uint64_t line) {
    Place place(m_lines.get()[line]);
    std::uint32_t held = place.load(std::memory_order_acquire);
    while (held != in_words) {
        if (held != being_split && place.compare_exchange_weak(held, being_split)) {
            for (std::uint64_t k = 0; k < 32; ++k)
                Place(m_words.get()[line * 32 + k]).store(held, std::memory_order_relaxed);
            place.store(in_words, std::memory_order_release);
            return;
        }
        held = place.load(std::memory_order_acquire);
    }
}

bool Claims::claim_words(std::uint64_t first, std::uint64_t end, std::uint32_t self, Use use) {
    for (std::uint64_t word = first / m_granule; word <= (end - 1) / m_granule; ++word) {
        Place place(m_words.get()[word]);
        if (!claim_one(place, place.load(std::memory_order_acquire), self, use))
            return false;
    }
    return true;
}

} // namespace lockstep::simt
