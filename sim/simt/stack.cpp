// SPDX-License-Identifier: MIT
// The cards before Volta: one pc for a warp and a stack of masks. Lanes that wait are on top of the
// stack, so that nobody below them goes on; some legal programs wait for ever.
#include "sim/simt/block.hpp"

#include <bit>
#include <fmt/format.h>

namespace lockstep::simt {

bool Warp::ready() const {
    if (block.card.stack && !(waiting.empty() && parked.empty()))
        return false;
    return groups.current.lanes != 0 || groups.any_ready();
}

std::uint64_t Warp::block_changes() const {
    return block.card.changes;
}

/// A hash of where the current group is and of all its registers.
std::uint64_t Warp::state() const {
    std::uint64_t hash = groups.current.pc * 0x9E3779B97F4A7C15u + groups.current.lanes;
    const auto* words = reinterpret_cast<const std::uint64_t*>(groups.current.frame->slots);
    for (std::uint32_t i = 0; i < groups.current.frame->code->zeroed_bytes / 8; ++i)
        hash = (std::rotl(hash, 5) ^ words[i]) * 0x9E3779B97F4A7C15u;
    return hash;
}

void Warp::look_whether_it_spins() {
    const std::uint64_t now = state();
    m_spins = now == m_state && m_changes == block.card.changes;
    m_state = now;
    m_changes = block.card.changes;
}

bool Block::spins() const {
    bool some = false;
    for (const std::unique_ptr<Warp>& warp : warps) {
        if (warp->ready() && !warp->spins())
            return false;
        some = some || warp->spins();
    }
    return some;
}

void Block::report_spinning() {
    for (const std::unique_ptr<Warp>& warp : warps) {
        if (!warp->spins())
            continue;
        const Group& group = warp->groups.current;
        const std::uint32_t at = warp->code().steps[group.pc].op.instruction;
        Finding* found =
            note(FindingKind::Barrier, false, *warp, at, std::countr_zero(group.lanes));
        if (found != nullptr)
            found->message =
                fmt::format("Thread {} goes round this loop for ever: it waits for lanes that the "
                            "stack keeps from going on.",
                            found->thread);
        return;
    }
}

} // namespace lockstep::simt
