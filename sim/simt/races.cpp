// SPDX-License-Identifier: MIT
#include "sim/simt/races.hpp"

#include "sim/simt/cast.hpp"

#include <algorithm>
#include <cstring>

namespace lockstep::simt {

RaceDetector::RaceDetector(std::uint64_t bytes, unsigned threads, bool partial,
                           std::uint32_t granule)
    : m_clocks(threads, partial), m_granule(granule), m_cells(bytes / granule + 1) {}

void RaceDetector::start() {
    m_clocks.start();
    m_lists.clear();
}

/// Keys of the lists: two for each cell.
static std::size_t key_of(std::size_t cell, bool updates) {
    return cell * 2 + (updates ? 1 : 0);
}

void RaceDetector::add(Readers& readers, std::size_t key, Stamp now) {
    using State = Readers::State;
    const Mask lane = Mask{1} << now.thread % 32;
    const bool old = readers.stamp.generation < now.generation;
    if (readers.state == State::None || old) {
        readers = {now, lane, State::OneWarp};
        return;
    }
    if (readers.state == State::SeveralWarps)
        return;
    const bool same_warp = readers.stamp.thread / 32 == now.thread / 32;
    if (!m_clocks.partial()) {
        if (!same_warp) {
            readers.lanes = now.thread;
            readers.state = State::SeveralWarps;
            return;
        }
        if (readers.state == State::OneWarp && readers.stamp.tick == now.tick) {
            readers.lanes |= lane;
            return;
        }
    }
    // Lanes of a warp that read at different ticks, or threads with clocks of their own.
    std::vector<Stamp>& list = m_lists[key];
    if (readers.state == State::OneWarp) {
        list.clear();
        for_lanes(readers.lanes, [&](int k) {
            const std::uint32_t thread =
                readers.stamp.thread / 32 * 32 + static_cast<std::uint32_t>(k);
            list.push_back({readers.stamp.generation, readers.stamp.tick, thread});
        });
        readers.state = State::List;
    }
    std::erase_if(list, [&](const Stamp& one) {
        return m_clocks.ordered(one, static_cast<int>(now.thread));
    });
    list.push_back(now);
    if (list.size() == 1)
        readers = {now, lane, State::OneWarp};
}

RaceDetector::Found RaceDetector::conflict(const Readers& readers, std::size_t key, int thread,
                                           RaceUse use) const {
    using State = Readers::State;
    if (readers.state == State::None || readers.stamp.generation < m_clocks.generation())
        return {};
    const auto unordered = [&](const Stamp& stamp) { return !m_clocks.ordered(stamp, thread); };
    if (readers.state == State::SeveralWarps) {
        const auto first = static_cast<int>(readers.stamp.thread);
        return {first / 32 != thread / 32 ? first : static_cast<int>(readers.lanes), use};
    }
    if (readers.state == State::List) {
        for (const Stamp& one : m_lists.at(key))
            if (unordered(one))
                return {static_cast<int>(one.thread), use};
        return {};
    }
    for (Mask lanes = readers.lanes; lanes != 0; lanes &= lanes - 1) {
        Stamp one = readers.stamp;
        one.thread = one.thread / 32 * 32 + static_cast<std::uint32_t>(__builtin_ctz(lanes));
        if (unordered(one))
            return {static_cast<int>(one.thread), use};
        // Lanes of another warp are all alike.
        if (static_cast<int>(one.thread) / 32 != thread / 32 && !m_clocks.partial())
            break;
    }
    return {};
}

RaceDetector::Found RaceDetector::check(Cell& cell, std::size_t index, RaceUse use,
                                        int thread) const {
    if (cell.write.generation != 0 && !m_clocks.ordered(cell.write, thread))
        return {static_cast<int>(cell.write.thread), RaceUse::Write};
    if (use != RaceUse::Atomic) {
        const Found found = conflict(cell.updates, key_of(index, true), thread, RaceUse::Atomic);
        if (found.other >= 0)
            return found;
    }
    if (use != RaceUse::Read)
        return conflict(cell.reads, key_of(index, false), thread, RaceUse::Read);
    return {};
}

bool RaceDetector::is_same_value(const RaceAccess& what, const Cell& cell, int lane) const {
    if (cell.instruction != what.instruction)
        return false;
    const std::byte* mine = what.values + static_cast<std::size_t>(lane) * what.value_bytes;
    const bool together = cell.event == m_event;
    const std::byte* theirs = together ? what.values + cell.write.thread % 32 * what.value_bytes
                                       : what.memory + what.offsets[lane];
    return std::memcmp(mine, theirs, what.width) == 0;
}

void RaceDetector::record(Cell& cell, std::size_t index, const RaceAccess& what, int thread) {
    const Stamp now = m_clocks.now(thread);
    switch (what.use) {
    case RaceUse::Read:
        return add(cell.reads, key_of(index, false), now);
    case RaceUse::Atomic:
        return add(cell.updates, key_of(index, true), now);
    case RaceUse::Write:
        cell.write = now;
        cell.instruction = what.instruction;
        cell.event = m_event;
        // Readers before the write are ordered before whatever is ordered after it.
        cell.reads.state = cell.updates.state = Readers::State::None;
    }
}

void RaceDetector::access(const RaceAccess& what, RaceReport& worst) {
    ++m_event;
    for_lanes(what.on, [&](int lane) {
        const int thread = what.warp * 32 + lane;
        const std::size_t first = what.offsets[lane] / m_granule;
        const std::size_t last = (what.offsets[lane] + what.width - 1) / m_granule;
        for (std::size_t index = first; index <= last; ++index) {
            Cell& cell = m_cells[index];
            const Found found = check(cell, index, what.use, thread);
            if (found.other >= 0 && (worst.lane < 0 || worst.remark)) {
                const bool harmless = what.use == RaceUse::Write && found.use == RaceUse::Write &&
                                      is_same_value(what, cell, lane);
                if (worst.lane < 0 || !harmless)
                    worst = {lane, found.other, found.use, index * m_granule, harmless};
            }
            record(cell, index, what, thread);
        }
    });
}

} // namespace lockstep::simt
