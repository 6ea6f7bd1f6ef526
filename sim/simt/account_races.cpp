// SPDX-License-Identifier: MIT
// Accesses, as the finders of races see them.
#include "sim/simt/access.hpp"
#include "sim/simt/space.hpp"

#include <fmt/format.h>

namespace lockstep::simt {

/// Nothing orders the blocks of a launch, so that any two of them race on a byte that one writes.
/// Atomic and volatile accesses do not race with each other.
void AccessRun::check_blocks(const Part& part) {
    const Use use = access.kind == AccessKind::Atomic || access.strong ? Use::Commute
                    : access.kind == AccessKind::Load                  ? Use::Read
                                                                       : Use::Write;
    Claims& claims = warp.block.card.block_claims[static_cast<std::size_t>(part.region->index)];
    int wrong = -1;
    for_lanes(part.on, [&](int lane) {
        const std::uint64_t at = m_addresses[lane] - part.region->begin;
        const auto block = static_cast<std::uint32_t>(warp.block.number);
        if (!claims.claim(at, at + access.bytes(), block, use) && wrong < 0)
            wrong = lane;
    });
    if (wrong < 0)
        return;
    Finding* found = warp.block.note(FindingKind::Race, false, warp, step.op.instruction, wrong);
    if (found != nullptr)
        found->message = fmt::format(
            "Thread {} {} byte {} of '{}' that another block uses too, and nothing orders blocks.",
            found->thread, access.kind == AccessKind::Load ? "reads" : "writes",
            m_addresses[wrong] - part.region->begin, warp.block.card.name_of(*part.region));
}

/// Hands back the lanes whose bytes need no look at whether they were written: somebody had one.
Mask AccessRun::check_races(const Part& part) {
    RaceAccess what;
    what.use = access.kind == AccessKind::Load    ? RaceUse::Read
               : access.kind == AccessKind::Store ? RaceUse::Write
                                                  : RaceUse::Atomic;
    what.warp = warp.index;
    what.on = part.on;
    what.instruction = step.op.instruction;
    what.memory = part.region->bytes;
    what.addresses = m_addresses;
    what.width = access.width;
    RaceReport worst;
    Mask known = 0;
    // A vector is checked element by element, each with the values that it stores.
    for (std::uint32_t k = 0; k < access.count; ++k) {
        what.base = shared_start - k * access.width;
        what.values = warp.frame->slots + access.data[k].slot;
        what.value_bytes = access.data[k].bytes;
        if (access.count == 1) {
            known = warp.block.races->without_news(what);
            what.on &= ~known;
        }
        if (what.on != 0)
            warp.block.races->access(what, worst);
    }
    report_race(what, worst);
    return known;
}

void AccessRun::report_race(const RaceAccess& what, const RaceReport& worst) {
    if (worst.lane < 0)
        return;
    Finding* found =
        warp.block.note(FindingKind::Race, worst.remark, warp, step.op.instruction, worst.lane);
    if (found == nullptr)
        return;
    const char* verb = what.use == RaceUse::Read    ? "reads"
                       : what.use == RaceUse::Write ? "writes"
                                                    : "updates";
    const char* other = worst.other_use == RaceUse::Read    ? "read"
                        : worst.other_use == RaceUse::Write ? "wrote"
                                                            : "updated";
    found->message =
        worst.remark
            ? fmt::format("Threads {} and {} write the same value to shared byte {}; whoever is "
                          "last, it is there.",
                          worst.other, found->thread, worst.offset)
            : fmt::format("Thread {} {} shared byte {} that thread {} {}, with no barrier between "
                          "them.",
                          found->thread, verb, worst.offset, worst.other, other);
}

} // namespace lockstep::simt
