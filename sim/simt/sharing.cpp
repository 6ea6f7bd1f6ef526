// SPDX-License-Identifier: MIT
#include "sim/simt/sharing.hpp"

#include <algorithm>

namespace lockstep::simt {

Sharing::Sharing(std::span<Allocation> allocations, const std::vector<bool>& claims_reads)
    : m_memory(allocations), m_mixed(allocations.size()) {
    for (std::size_t i = 0; i < allocations.size(); ++i) {
        m_allocations.push_back(std::make_unique<Ownership>());
        m_allocations[i]->claims_reads = claims_reads[i];
    }
}

/// Before the first write: a copy to go back to, and claims.
void Sharing::prepare(Ownership& ownership, std::size_t allocation) {
    std::call_once(ownership.prepared, [&] {
        const Allocation& memory = m_memory[allocation];
        ownership.bytes = memory.bytes;
        ownership.written = memory.written;
        ownership.claims.reset(memory.bytes.size());
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
    const auto self = static_cast<std::uint32_t>(block);
    if (consecutive && on == ~Mask{0}) {
        const std::uint64_t first = addresses[0] - region.begin;
        return ownership.claims.claim(first, first + 32u * size, self, use);
    }
    for (; on != 0; on &= on - 1) {
        const std::uint64_t at = addresses[__builtin_ctz(on)] - region.begin;
        if (!ownership.claims.claim(at, at + size, self, use))
            return false;
    }
    return true;
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
