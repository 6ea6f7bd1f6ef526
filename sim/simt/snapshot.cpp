// SPDX-License-Identifier: MIT
#include "sim/simt/snapshot.hpp"

#include <algorithm>

namespace lockstep::simt {

static std::span<std::byte> registers_of(const Frame& frame) {
    return {frame.slots, frame.code->zeroed_bytes};
}

std::size_t SavedWarp::count_bytes(std::unordered_set<const void*>& seen) const {
    std::size_t count = sizeof *this + frames.size() * (sizeof frames[0] + sizeof places[0]);
    for (const FrameState& one : frames)
        count += one.registers.count_bytes(seen);
    return count + local.count_bytes(seen);
}

std::size_t BlockState::count_bytes(std::unordered_set<const void*>& seen) const {
    std::size_t count = sizeof *this + shared.count_bytes(seen);
    for (const SavedWarp& warp : warps)
        count += warp.count_bytes(seen);
    return count;
}

static int place_among(std::span<const Frame* const> frames, const Frame* frame) {
    const auto found = std::ranges::find(frames, frame);
    return found == frames.end() ? -1 : static_cast<int>(found - frames.begin());
}

void Warp::save(SavedWarp& state, const SavedWarp* before) const {
    state.exited = exited;
    state.strong_access = strong_access;
    state.spins = m_spins;
    state.backward = m_backward;
    state.state = m_state;
    state.changes = m_changes;
    state.groups = groups;
    state.waiting = waiting;
    state.parked = parked;
    state.frame = frame;
    for (const std::unique_ptr<Frame>& one : m_frames)
        state.places.push_back(one.get());
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        const Frame& one = *m_frames[i];
        FrameState& kept = state.frames.emplace_back();
        if (one.live == 0)
            continue;
        kept.code = one.code;
        kept.parent = place_among(state.places, one.parent);
        kept.call = one.call;
        kept.join = one.join;
        kept.local_base = one.local_base;
        kept.depth = one.depth;
        kept.live = one.live;
        const bool comparable = before != nullptr && i < before->frames.size();
        kept.registers =
            Paged(registers_of(one), comparable ? &before->frames[i].registers : nullptr);
    }
    state.local = Paged(local.bytes(), before != nullptr ? &before->local : nullptr);
    state.local_bytes = local.size();
}

void Warp::restore(const SavedWarp& state) {
    exited = state.exited;
    strong_access = state.strong_access;
    m_spins = state.spins;
    m_backward = state.backward;
    m_state = state.state;
    m_changes = state.changes;
    while (m_frames.size() < state.frames.size())
        m_frames.push_back(std::make_unique<Frame>());
    const auto own = [&](const Frame* theirs) {
        const int place = place_among(state.places, theirs);
        return place < 0 ? nullptr : m_frames[static_cast<std::size_t>(place)].get();
    };
    m_free.clear();
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        Frame& one = *m_frames[i];
        one.live = 0;
        if (i >= state.frames.size() || state.frames[i].code == nullptr) {
            m_free.push_back(&one);
            continue;
        }
        const FrameState& kept = state.frames[i];
        if (one.code != kept.code)
            make_frame(one, *kept.code);
        one.parent =
            kept.parent < 0 ? nullptr : m_frames[static_cast<std::size_t>(kept.parent)].get();
        one.call = kept.call;
        one.join = kept.join;
        one.local_base = kept.local_base;
        one.depth = kept.depth;
        one.live = kept.live;
        kept.registers.copy_to(registers_of(one));
        fill_local_addresses(one);
    }
    groups = state.groups;
    groups.each_frame([&](Frame*& each) { each = own(each); });
    waiting = state.waiting;
    parked = state.parked;
    for (auto* list : {&waiting, &parked})
        for (Parked& one : *list)
            one.group.frame = own(one.group.frame);
    frame = own(state.frame);
    local.reset(state.local_bytes, false);
    state.local.copy_to(local.bytes());
}

const Frame* Warp::frame_of(int lane) const {
    const Frame* innermost = nullptr;
    for (const std::unique_ptr<Frame>& one : m_frames)
        if ((one->live >> lane & 1) != 0 && (innermost == nullptr || one->depth > innermost->depth))
            innermost = one.get();
    return innermost;
}

void Block::save(BlockState& state, const BlockState* before) const {
    state.counters = counters;
    state.barriers = barriers;
    state.stopped = stopped;
    state.next = m_next;
    state.shared = Paged(shared_bytes, before != nullptr ? &before->shared : nullptr);
    state.warps.resize(warps.size());
    for (std::size_t i = 0; i < warps.size(); ++i)
        warps[i]->save(state.warps[i], before != nullptr ? &before->warps[i] : nullptr);
}

void Block::restore(const BlockState& state) {
    counters = state.counters;
    barriers = state.barriers;
    stopped = state.stopped;
    m_next = state.next;
    state.shared.copy_to(shared_bytes);
    for (std::size_t i = 0; i < warps.size(); ++i)
        warps[i]->restore(state.warps[i]);
}

} // namespace lockstep::simt
