// SPDX-License-Identifier: MIT
#include "sim/simt/sharing.hpp"

#include <algorithm>
#include <cstring>
#include <thread>

namespace lockstep::simt {

Sharing::Sharing(std::span<Allocation> allocations, const std::vector<Expected>& expected,
                 bool keeps_written)
    : m_memory(allocations), m_keeps_written(keeps_written), m_mixed(allocations.size()),
      m_met(allocations.size()) {
    for (std::size_t i = 0; i < allocations.size(); ++i) {
        m_allocations.push_back(std::make_unique<Ownership>());
        m_allocations[i]->claims_reads = expected[i].claims_reads;
        m_allocations[i]->grain = expected[i].grain;
    }
}

static constexpr std::uint64_t saved_bytes = 4096;

/// Before the first write: claims, and room for a copy to go back to.
void Sharing::prepare(Ownership& ownership, std::size_t allocation) {
    std::call_once(ownership.prepared, [&] {
        const Allocation& memory = m_memory[allocation];
        const std::size_t pages = memory.bytes.size() / saved_bytes + 1;
        ownership.saved = std::vector<std::atomic<Ownership::Saved>>(pages);
        ownership.alike.resize(pages);
        ownership.filler.resize(pages);
        ownership.bytes.reset(static_cast<std::byte*>(std::malloc(pages * saved_bytes)));
        if (m_keeps_written)
            ownership.written.reset(static_cast<std::byte*>(std::malloc(pages * saved_bytes / 8)));
        ownership.claims.reset(memory.bytes.size(), 4, ownership.grain);
    });
}

/// Of another array than the memory's, `unit` bytes belong to each page.
static std::size_t share_of(std::size_t page, std::size_t unit, std::size_t size) {
    return page * unit < size ? std::min(unit, size - page * unit) : 0;
}

static void copy_part(std::byte* to, const std::byte* from, std::size_t size, std::size_t unit,
                      std::size_t page) {
    if (const std::size_t share = share_of(page, unit, size); share != 0)
        std::memcpy(to + page * unit, from + page * unit, share);
}

void Sharing::copy_page(Ownership& ownership, std::size_t allocation, std::size_t page) {
    const Allocation& memory = m_memory[allocation];
    if (m_keeps_written)
        copy_part(ownership.written.get(),
                  reinterpret_cast<const std::byte*>(memory.written.data()),
                  memory.written.size() * sizeof memory.written[0], saved_bytes / 8, page);
    const std::size_t size = share_of(page, saved_bytes, memory.bytes.size());
    const std::byte* const bytes = memory.bytes.data() + page * saved_bytes;
    if (size == 0)
        return;
    ownership.alike[page] = std::memcmp(bytes, bytes + 1, size - 1) == 0 ? 1 : 0;
    ownership.filler[page] = bytes[0];
    if (ownership.alike[page] == 0)
        std::memcpy(ownership.bytes.get() + page * saved_bytes, bytes, size);
}

void Sharing::put_back(const Ownership& ownership, std::size_t allocation, std::size_t page) {
    Allocation& memory = m_memory[allocation];
    if (ownership.alike[page] != 0)
        std::fill_n(memory.bytes.data() + page * saved_bytes,
                    share_of(page, saved_bytes, memory.bytes.size()), ownership.filler[page]);
    else
        copy_part(memory.bytes.data(), ownership.bytes.get(), memory.bytes.size(), saved_bytes,
                  page);
    if (m_keeps_written)
        copy_part(reinterpret_cast<std::byte*>(memory.written.data()), ownership.written.get(),
                  memory.written.size() * sizeof memory.written[0], saved_bytes / 8, page);
}

/// Nobody writes to a page before it is saved, so that the copy is of one moment.
void Sharing::save(Ownership& ownership, std::size_t allocation, std::uint64_t first,
                   std::uint64_t end) {
    using Saved = Ownership::Saved;
    for (std::size_t page = first / saved_bytes; page <= (end - 1) / saved_bytes; ++page) {
        std::atomic<Saved>& state = ownership.saved[page];
        Saved seen = state.load(std::memory_order_acquire);
        if (seen == Saved::Yes)
            continue;
        if (seen == Saved::No && state.compare_exchange_strong(seen, Saved::Begun)) {
            copy_page(ownership, allocation, page);
            state.store(Saved::Yes, std::memory_order_release);
            continue;
        }
        while (state.load(std::memory_order_acquire) != Saved::Yes)
            std::this_thread::yield();
    }
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
        if (!reads)
            save(ownership, index, first, first + 32u * size);
        if (ownership.claims.claim(first, first + 32u * size, self, use))
            return true;
    } else if (ownership.claims.owns(addresses, region.begin, on, size, self) ||
               claim_lanes(region, self, use, addresses, on, size)) {
        return true;
    }
    m_met[index] = true;
    return false;
}

bool Sharing::claim_lanes(const Region& region, std::uint32_t block, Use use,
                          const std::uint64_t* addresses, Mask on, std::uint32_t size) {
    Ownership& ownership = *region.ownership;
    Claims& claims = ownership.claims;
    // Lanes that follow each other in one line have one claim.
    std::uint64_t line = ~std::uint64_t{0};
    std::uint32_t words = 0;
    for (; on != 0; on &= on - 1) {
        const std::uint64_t at = addresses[__builtin_ctz(on)] - region.begin;
        if (use != Use::Read)
            save(ownership, static_cast<std::size_t>(region.index), at, at + size);
        if (claims.line_at(at) != line) {
            if (words != 0 && !claims.claim_line(line, words, block, use))
                return false;
            line = claims.line_at(at);
            words = 0;
        }
        words |= claims.words_at(at, size);
    }
    return claims.claim_line(line, words, block, use);
}

void Sharing::restore() {
    for (std::size_t i = 0; i < m_allocations.size(); ++i) {
        Ownership& ownership = *m_allocations[i];
        if (ownership.mode != Ownership::Mode::Claimed)
            continue;
        for (std::size_t page = 0; page < ownership.saved.size(); ++page)
            if (ownership.saved[page] == Ownership::Saved::Yes)
                put_back(ownership, i, page);
    }
}

std::vector<Expected> Sharing::learned() const {
    std::vector<Expected> found(m_allocations.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        found[i] = {m_mixed[i] || m_allocations[i]->claims_reads,
                    m_met[i] ? Grain::Words : m_allocations[i]->grain};
    return found;
}

} // namespace lockstep::simt
