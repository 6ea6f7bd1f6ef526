// SPDX-License-Identifier: MIT
// Counting sectors and passes, and the checks of an access.
#include "sim/simt/access.hpp"
#include "sim/simt/banks.hpp"
#include "sim/simt/bits.hpp"
#include "sim/simt/sharing.hpp"
#include "sim/simt/space.hpp"

#include <array>
#include <bit>
#include <fmt/format.h>

namespace lockstep::simt {

static bool is_contiguous(Mask on) {
    const Mask shifted = on >> std::countr_zero(on);
    return (shifted & (shifted + 1)) == 0;
}

/// Distinct 32-byte sectors. An access is aligned to its size, so a lane touches one, or size / 32.
static std::uint64_t count_sectors(const std::uint64_t* addresses, const Part& part,
                                   std::uint32_t size) {
    const Survey& survey = part.survey;
    if (survey.first == survey.last)
        return 1;
    if (survey.consecutive && is_contiguous(part.on))
        return (survey.last + size - 1) / 32 - survey.first / 32 + 1;
    return static_cast<std::uint64_t>(count_distinct(addresses, part.on, survey, 5));
}

void AccessRun::count(const Part& part) {
    Counters& counters = warp.block.counters;
    if (part.region->kind == RegionKind::Shared) {
        const Passes passes = count_passes(m_addresses, part.on, part.survey, access.bytes());
        ++counters.shared_requests;
        counters.shared_passes += static_cast<unsigned>(passes.passes);
        counters.shared_conflicts += static_cast<unsigned>(passes.passes - passes.without_conflict);
        return;
    }
    if (part.region->kind == RegionKind::Local)
        return count_local(part);
    if (part.region->kind != RegionKind::Global)
        return;
    const std::uint64_t sectors = count_sectors(m_addresses, part, access.bytes());
    // Lanes that go on in another allocation belong to the same request.
    const unsigned fresh = m_is_requested ? 0 : 1;
    m_is_requested = true;
    counters.global_requests += fresh;
    counters.global_sectors += sectors;
    if (access.kind == AccessKind::Load) {
        counters.global_load_requests += fresh;
        counters.global_load_sectors += sectors;
    } else if (access.kind == AccessKind::Store) {
        counters.global_store_requests += fresh;
        counters.global_store_sectors += sectors;
    }
}

/// A card lays the same word of the 32 lanes side by side: word w of lane i is word 32 w + i.
void AccessRun::count_local(const Part& part) {
    std::array<std::uint64_t, 256> sectors;
    std::size_t count = 0;
    for_lanes(part.on, [&](int lane) {
        const std::uint64_t first = (m_addresses[lane] - local_start) / 4;
        for (std::uint64_t k = 0; k < (access.bytes() + 3) / 4; ++k) {
            const std::uint64_t sector = (first + k) * 4 + static_cast<unsigned>(lane) / 8;
            // Neighbours mostly share theirs: looking back a little finds most repetitions.
            bool known = false;
            for (std::size_t i = count; i-- > 0 && !known;)
                known = sectors[i] == sector;
            if (!known)
                sectors[count++] = sector;
        }
    });
    ++warp.block.counters.local_requests;
    warp.block.counters.local_sectors += count;
}

bool AccessRun::account(const Part& part) {
    count(part);
    if (part.region->ownership != nullptr && !check_ownership(part))
        return false;
    if (part.region->kind == RegionKind::Global && !warp.block.card.block_claims.empty())
        check_blocks(part);
    Part rest = part;
    if (part.region->kind == RegionKind::Shared && warp.block.races != nullptr)
        rest.on &= ~check_races(part);
    if (rest.on != 0 && (part.region->written != nullptr || part.region->kind == RegionKind::Local))
        check_written(rest);
    return true;
}

bool AccessRun::check_ownership(const Part& part) {
    Use use = access.kind == AccessKind::Load ? Use::Read : Use::Write;
    if (access.kind == AccessKind::Atomic && access.same_in_any_order)
        use = Use::Commute;
    Block& block = warp.block;
    // Warps that write a matrix by columns come to the same lines again and again.
    KnownLines* known = nullptr;
    if (use == Use::Write && !part.survey.consecutive &&
        part.region->ownership->grain == Grain::Lines)
        known = &block.known_lines(access.cache);
    if (known != nullptr && known->hold(block.number, m_addresses, part.on))
        return true;
    if (block.card.sharing->claim(*part.region, block.number, use, m_addresses, part.on,
                                  access.bytes(), part.survey.consecutive)) {
        if (known != nullptr)
            known->keep(block.number, m_addresses, part.on);
        return true;
    }
    warp.block.conflicted = warp.block.stopped = true;
    return false;
}

void AccessRun::check_written(const Part& part) {
    const bool local = part.region->kind == RegionKind::Local;
    if (local && !warp.local.checked())
        return;
    const bool reads = access.kind != AccessKind::Store;
    const bool writes = access.kind != AccessKind::Load;
    const std::uint32_t size = access.bytes();
    Mask unwritten = 0;
    std::uint64_t* bits = part.region->written;
    const bool shares = part.region->ownership != nullptr;
    if (!local && part.survey.consecutive && is_contiguous(part.on)) {
        const std::uint64_t first = part.survey.first - part.region->begin;
        const std::uint64_t count = part.survey.last + size - part.survey.first;
        if (!reads) {
            set_bits(bits, first, count, shares);
            return;
        }
        if (all_bits(bits, first, count))
            return;
    }
    for_lanes(part.on, [&](int lane) {
        const std::uint64_t at = m_addresses[lane] - part.region->begin;
        bool all = true;
        if (local) {
            for (std::uint64_t k = at; k < at + size; k += 16) {
                const std::uint64_t piece = std::min<std::uint64_t>(size, 16);
                const auto wanted = static_cast<std::uint16_t>(((1u << piece) - 1) << k % 16);
                std::uint16_t& written = warp.local.written(k, lane);
                all = all && (written & wanted) == wanted;
                if (writes)
                    written = static_cast<std::uint16_t>(written | wanted);
            }
        } else {
            all = !reads || all_bits(bits, at, size);
            if (writes && (!reads || !all))
                set_bits(bits, at, size, shares);
        }
        if (reads && !all)
            unwritten |= Mask{1} << lane;
    });
    if (unwritten == 0)
        return;
    const int lane = std::countr_zero(unwritten);
    Finding* found =
        warp.block.note(FindingKind::Uninitialised, false, warp, step.op.instruction, lane);
    if (found == nullptr)
        return;
    const std::uint64_t at = m_addresses[lane] - part.region->begin;
    const std::string where =
        part.region->kind == RegionKind::Global
            ? fmt::format("byte {} of '{}'", at, warp.block.card.name_of(*part.region))
            : fmt::format("{} byte {}", local ? "local" : "shared", at);
    found->message =
        fmt::format("Lane {} reads {} bytes from {}, where nobody has written.", lane, size, where);
}

} // namespace lockstep::simt
