// SPDX-License-Identifier: MIT
#include "sim/simt/sharing.hpp"

#include "sim/simt/cast.hpp"

namespace lockstep::simt {

// A claim is 2 bits of what and 30 of who. Owned: written, or read and written, by one block.
// Updated: only updates whose order does not matter. Several blocks may read, or may update.
static constexpr std::uint32_t read_by = 0u << 30, owned_by = 1u << 30, updated_by = 2u << 30;
static constexpr std::uint32_t who = (1u << 30) - 1;
static constexpr std::uint32_t free_word = 0, several = who;

Sharing::Sharing(std::span<Allocation> allocations, const std::vector<bool>& claims_reads)
    : m_memory(allocations), m_mixed(allocations.size()) {
    for (std::size_t i = 0; i < allocations.size(); ++i) {
        m_allocations.push_back(std::make_unique<Ownership>());
        m_allocations[i]->claims_reads = claims_reads[i];
    }
}

/// Before the first write: a copy to go back to, and claims.
void Sharing::prepare(Ownership& ownership, std::size_t allocation) {
    std::call_once(ownership.prepare, [&] {
        const Allocation& memory = m_memory[allocation];
        ownership.bytes = memory.bytes;
        ownership.written = memory.written;
        ownership.words = std::vector<std::atomic<std::uint32_t>>((memory.bytes.size() + 3) / 4);
    });
}

bool Sharing::claim(const Region& region, std::uint64_t block, Use use,
                    const std::uint64_t* addresses, Mask on, std::uint32_t size, bool consecutive) {
    using Mode = Ownership::Mode;
    const auto index = static_cast<std::size_t>(region.index);
    Ownership& ownership = *region.ownership;
    const bool reads = use == Use::Read;
    const Mode wanted = reads && !ownership.claims_reads ? Mode::ReadOnly : Mode::Claimed;
    Mode mode = ownership.mode.load(std::memory_order_acquire);
    if (mode != wanted) {
        if (wanted == Mode::Claimed)
            prepare(ownership, index);
        mode = Mode::Untouched;
        if (!ownership.mode.compare_exchange_strong(mode, wanted) && mode != wanted) {
            m_mixed[index] = true;
            return false;
        }
    }
    if (wanted == Mode::ReadOnly)
        return true;
    // 0 is nobody, and the highest number stands for several.
    const auto self = static_cast<std::uint32_t>(block + 1);
    const auto claim_range = [&](std::uint64_t first, std::uint64_t end) {
        for (std::uint64_t word = first / 4; word <= (end - 1) / 4; ++word)
            if (!claim_word(ownership.words[word], self, use))
                return false;
        return true;
    };
    if (consecutive && on == ~Mask{0}) {
        const std::uint64_t first = addresses[0] - region.begin;
        return claim_range(first, first + 32u * size);
    }
    for (; on != 0; on &= on - 1) {
        const std::uint64_t at = addresses[__builtin_ctz(on)] - region.begin;
        if (!claim_range(at, at + size))
            return false;
    }
    return true;
}

bool Sharing::claim_word(std::atomic<std::uint32_t>& word, std::uint32_t self, Use use) {
    std::uint32_t held = word.load(std::memory_order_acquire);
    while (true) {
        std::uint32_t next = 0;
        const std::uint32_t kind = held & ~who, holder = held & who;
        const bool mine = holder == self;
        if (held == free_word) {
            next = use == Use::Read ? read_by | self
                                    : (use == Use::Write ? owned_by | self : updated_by | self);
        } else if (mine && kind == owned_by) {
            return true;
        } else if (kind == read_by && use == Use::Read) {
            if (mine || holder == several)
                return true;
            next = read_by | several;
        } else if (kind == updated_by && use == Use::Commute) {
            if (mine || holder == several)
                return true;
            next = updated_by | several;
        } else if (mine) {
            next = owned_by | self;
        } else {
            return false;
        }
        if (word.compare_exchange_weak(held, next, std::memory_order_acq_rel))
            return true;
    }
}

void Sharing::restore() {
    for (std::size_t i = 0; i < m_allocations.size(); ++i) {
        Ownership& ownership = *m_allocations[i];
        if (ownership.mode != Ownership::Mode::Claimed)
            continue;
        std::ranges::copy(ownership.bytes, m_memory[i].bytes.begin());
        std::ranges::copy(ownership.written, m_memory[i].written.begin());
    }
}

std::vector<bool> Sharing::mixed() const {
    std::vector<bool> found(m_mixed.size());
    for (std::size_t i = 0; i < m_mixed.size(); ++i)
        found[i] = m_mixed[i] || m_allocations[i]->claims_reads;
    return found;
}

} // namespace lockstep::simt
