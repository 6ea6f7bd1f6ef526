// SPDX-License-Identifier: MIT
#include "sim/simt/access.hpp"

#include "sim/simt/space.hpp"

#include <bit>
#include <fmt/format.h>

namespace lockstep::simt {

static std::uint64_t window_of(ptx::Space space) {
    if (space == ptx::Space::Shared)
        return shared_start;
    return space == ptx::Space::Local ? local_start : 0;
}

AccessRun::AccessRun(Warp& in, const Step& at, const Access& what, Mask lanes)
    : warp(in), step(at), access(what), m_left(lanes) {
    m_survey = survey(warp.frame->slots + access.address.slot, access.address.bytes, access.offset,
                      window_of(access.space), access.bytes(), lanes, m_addresses);
    warp.strong_access |= access.strong;
    if ((m_survey.low_bits & (access.bytes() - 1)) != 0)
        drop_misaligned();
}

bool AccessRun::next(Part& part) {
    if (m_left == 0)
        return false;
    part.on = m_left;
    part.survey = m_survey;
    part.region = quick_region();
    if (part.region != nullptr) {
        m_left = 0;
        return true;
    }
    while (m_left != 0) {
        const int lane = std::countr_zero(m_left);
        part.region = region_of(m_addresses[lane]);
        if (part.region == nullptr) {
            report_bounds(lane);
            m_missed |= Mask{1} << lane;
            m_left &= ~(Mask{1} << lane);
            continue;
        }
        part.on = 0;
        for_lanes(m_left, [&](int other) {
            const std::uint64_t address = m_addresses[other];
            if (part.region->holds(address, address, access.bytes()))
                part.on |= Mask{1} << other;
        });
        m_left &= ~part.on;
        look_again(part);
        return true;
    }
    return false;
}

/// The region in which all lanes lie, if that is easily seen.
const Region* AccessRun::quick_region() {
    const auto fits = [&](const Region& region) {
        return region.holds(m_survey.first, m_survey.last, access.bytes());
    };
    if (access.space == ptx::Space::Shared)
        return fits(warp.block.shared) ? &warp.block.shared : nullptr;
    if (access.space == ptx::Space::Local) {
        m_local = local_region();
        return fits(m_local) ? &m_local : nullptr;
    }
    Region& known = warp.block.caches[access.cache];
    if (fits(known))
        return &known;
    const Region* found = region_of(m_survey.first);
    if (found == nullptr || !fits(*found))
        return nullptr;
    // The windows of a block and a thread are not the same for the next one.
    if (found->kind == RegionKind::Global || found->kind == RegionKind::Constant)
        known = *found;
    return found;
}

Region AccessRun::local_region() const {
    Region region;
    region.begin = local_start;
    region.end = local_start + warp.local.size();
    region.kind = RegionKind::Local;
    return region;
}

const Region* AccessRun::region_of(std::uint64_t address) {
    const auto in = [&](const Region& region) {
        return region.holds(address, address, access.bytes());
    };
    if (address >= shared_start && address < shared_start + window_bytes)
        return in(warp.block.shared) ? &warp.block.shared : nullptr;
    if (address >= local_start && address < local_start + window_bytes) {
        m_local = local_region();
        return in(m_local) ? &m_local : nullptr;
    }
    const Region* found = warp.block.card.find(address);
    return found != nullptr && in(*found) ? found : nullptr;
}

void AccessRun::look_again(Part& part) const {
    part.survey = {~std::uint64_t{0}, 0, 0, false};
    for_lanes(part.on, [&](int lane) {
        part.survey.first = std::min(part.survey.first, m_addresses[lane]);
        part.survey.last = std::max(part.survey.last, m_addresses[lane]);
    });
}

void AccessRun::drop_misaligned() {
    Mask wrong = 0;
    for_lanes(m_left, [&](int lane) {
        if (m_addresses[lane] % access.bytes() != 0)
            wrong |= Mask{1} << lane;
    });
    m_left &= ~wrong;
    m_missed |= wrong;
    const int lane = std::countr_zero(wrong);
    if (Finding* found =
            warp.block.note(FindingKind::Alignment, false, warp, step.op.instruction, lane))
        found->message = fmt::format(
            "Lane {} accesses {} bytes at address 0x{:x}, which is no multiple of {}.", lane,
            access.bytes(), m_addresses[lane] - window_of(access.space), access.bytes());
    Part rest;
    rest.on = m_left;
    look_again(rest);
    m_survey = rest.survey;
}

/// "12 bytes behind the end of x (4096 bytes)".
static std::string missed_by(const Card& card, std::uint64_t address, std::uint32_t size) {
    const Region* nearest = nullptr;
    std::uint64_t least = ~std::uint64_t{0};
    bool behind = false;
    for (const Region& region : card.regions) {
        if (region.kind != RegionKind::Global)
            continue;
        const bool after = address >= region.begin;
        const std::uint64_t end = region.end;
        const std::uint64_t by =
            after ? (address + size > end ? address + size - end : 0) : region.begin - address;
        if (by >= least)
            continue;
        least = by;
        nearest = &region;
        behind = after;
    }
    if (nearest == nullptr)
        return "there is no allocation";
    return fmt::format("{} {} {} '{}' of {} bytes", least, least == 1 ? "byte" : "bytes",
                       behind ? "behind the end of" : "before", card.name_of(*nearest),
                       nearest->end - nearest->begin);
}

void AccessRun::report_bounds(int lane) {
    Block& block = warp.block;
    Finding* found = block.note(FindingKind::Bounds, false, warp, step.op.instruction, lane);
    if (found == nullptr)
        return;
    const std::uint64_t address = m_addresses[lane];
    const char* verb = access.kind == AccessKind::Load ? "reads" : "writes";
    const bool shared = address >= shared_start && address < shared_start + window_bytes * 16;
    const bool local = address >= local_start && address < local_start + window_bytes * 16;
    if (shared || local) {
        const std::uint64_t start = shared ? shared_start : local_start;
        const std::uint64_t size = shared ? block.card.shared_bytes : warp.local.size();
        found->message = fmt::format(
            "Lane {} {} {} bytes at {} address {}, and {} has {} bytes of it: {} too far.", lane,
            verb, access.bytes(), shared ? "shared" : "local", address - start,
            shared ? "the block" : "a thread", size, address - start + access.bytes() - size);
        return;
    }
    found->message =
        fmt::format("Lane {} {} {} bytes at address 0x{:x}, in no allocation: {}.", lane, verb,
                    access.bytes(), address, missed_by(block.card, address, access.bytes()));
}

} // namespace lockstep::simt
