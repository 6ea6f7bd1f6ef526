// SPDX-License-Identifier: MIT
#include "sim/simt/claims.hpp"

#include <algorithm>
#include <bit>

namespace lockstep::simt {

void Claims::reset(std::uint64_t bytes, std::uint32_t granule, Grain grain) {
    m_always = grain == Grain::Lines ? ~0u : 0;
    m_granule_bits = std::countr_zero(granule);
    const std::uint64_t lines = line_at(bytes) + 2;
    // Lines that are claimed whole never come apart.
    m_words = Zeroed<std::uint32_t>(grain == Grain::Lines ? 0 : lines * 32);
    m_lines = Zeroed<std::uint64_t>((lines + 63) / 64 * 64);
}

bool Claims::claim_one(Place place, std::uint32_t self, Use use) {
    std::uint32_t held = place.load(std::memory_order_acquire);
    while (true) {
        std::uint32_t next = 0;
        const std::uint32_t kind = held & ~who, holder = held & who;
        const bool mine = holder == self;
        if (held == unclaimed) {
            next = self | kind_of(use);
        } else if (mine && kind == owned_by) {
            return true;
        } else if (kind == kind_of(use) && use != Use::Write) {
            if (mine || holder == several)
                return true;
            next = kind | several;
        } else if (mine) {
            next = owned_by | self;
        } else {
            return false;
        }
        if (place.compare_exchange_weak(held, next, std::memory_order_acq_rel))
            return true;
    }
}

bool Claims::claim(std::uint64_t first, std::uint64_t end, std::uint32_t block, Use use) {
    const std::uint64_t last = line_at(end - 1);
    for (std::uint64_t line = line_at(first); line <= last; ++line) {
        const std::uint64_t begin = std::max(first, line << 5 << m_granule_bits);
        const std::uint64_t behind = std::min(end, (line + 1) << 5 << m_granule_bits);
        const auto size = static_cast<std::uint32_t>(behind - begin);
        if (!claim_line(line, words_at(begin, size), block, use))
            return false;
    }
    return true;
}

Claims::Next Claims::next_of(std::uint64_t held, std::uint32_t words, std::uint32_t self, Use use) {
    const auto claim = static_cast<std::uint32_t>(held),
               mask = static_cast<std::uint32_t>(held >> 32);
    const std::uint32_t kind = claim & ~who, holder = claim & who, wanted = kind_of(use);
    const bool known = (words & ~mask) == 0;
    if (held == 0)
        return {Way::Take, line_claim(wanted | self, words)};
    if (kind == in_words)
        return {Way::Split, 0};
    if (holder == self) {
        if (known && (kind == owned_by || kind == wanted))
            return {Way::Held, 0};
        if (kind == wanted)
            return {Way::Take, line_claim(claim, mask | words)};
        // Read and updated, or written: it is the block's own, if that is true of all its words.
        const bool all = (mask & ~words) == 0 && (use == Use::Write || known);
        return all ? Next{Way::Take, line_claim(owned_by | self, words)} : Next{Way::Split, 0};
    }
    if (kind == wanted && use != Use::Write) {
        if (holder == several && known)
            return {Way::Held, 0};
        return words == mask ? Next{Way::Take, line_claim(kind | several, mask)}
                             : Next{Way::Split, 0};
    }
    return {(words & mask) != 0 ? Way::Refused : Way::Split, 0};
}

bool Claims::take_line(std::uint64_t line, std::uint32_t words, std::uint32_t self, Use use) {
    Line place(m_lines[seat_of(line)]);
    std::uint64_t held = place.load(std::memory_order_acquire);
    while (true) {
        const Next next = next_of(held, words, self, use);
        if (next.way == Way::Held)
            return true;
        if (next.way == Way::Refused)
            return false;
        if (next.way == Way::Split) {
            split(line);
            return claim_words(line, words, self, use);
        }
        if (place.compare_exchange_weak(held, next.claim, std::memory_order_acq_rel))
            return true;
    }
}

/// Gives every word of the line the claim that the line had for it.
void Claims::split(std::uint64_t line) {
    Line place(m_lines[seat_of(line)]);
    std::uint64_t held = place.load(std::memory_order_acquire);
    while (held != in_words) {
        if (held != being_split && place.compare_exchange_weak(held, being_split)) {
            for (std::uint64_t k = 0; k < 32; ++k)
                if ((held >> 32 >> k & 1) != 0)
                    Place(m_words[line * 32 + k])
                        .store(static_cast<std::uint32_t>(held), std::memory_order_relaxed);
            place.store(in_words, std::memory_order_release);
            return;
        }
        held = place.load(std::memory_order_acquire);
    }
}

bool Claims::claim_words(std::uint64_t line, std::uint32_t words, std::uint32_t self, Use use) {
    for (; words != 0; words &= words - 1) {
        const auto k = static_cast<std::uint64_t>(__builtin_ctz(words));
        if (!claim_one(Place(m_words[line * 32 + k]), self, use))
            return false;
    }
    return true;
}

} // namespace lockstep::simt
