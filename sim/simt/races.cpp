// SPDX-License-Identifier: MIT
#include "sim/simt/races.hpp"

#include "sim/simt/cast.hpp"

#include <bit>
#include <cstring>

namespace lockstep::simt {

RaceDetector::RaceDetector(std::uint64_t bytes, unsigned threads, bool partial,
                           std::uint32_t granule)
    : m_clocks(threads, partial), m_shift(static_cast<std::uint32_t>(std::countr_zero(granule))),
      m_cells((bytes >> m_shift) + 1), m_quiet(m_cells.size()) {}

std::uint64_t RaceDetector::footprint(std::uint64_t bytes, unsigned threads, bool partial,
                                      std::uint32_t granule) {
    const std::uint64_t cell = sizeof(Cell) + sizeof(Readers) + sizeof(m_quiet[0]);
    return (bytes / granule + 1) * cell + Clocks::footprint(threads, partial);
}

void RaceDetector::start() {
    m_clocks.start();
    m_lists.clear();
}

Mask RaceDetector::without_news(const RaceAccess& what) const {
    if (what.use != RaceUse::Read || what.width != 1u << m_shift)
        return 0;
    const std::uint32_t generation = m_clocks.generation();
    const auto quiet = [&](int lane) {
        return m_quiet[what.byte_of(lane) >> m_shift] == generation;
    };
    Mask none = 0;
    if (what.on == ~Mask{0}) {
        for (int lane = 0; lane < 32; ++lane)
            none |= static_cast<Mask>(quiet(lane)) << lane;
    } else {
        for_lanes(what.on, [&](int lane) { none |= static_cast<Mask>(quiet(lane)) << lane; });
    }
    return none;
}

void RaceDetector::access(const RaceAccess& what, RaceReport& worst) {
    ++m_event;
    m_now = m_clocks.now(what.warp * 32);
    const std::uint32_t cells = ((what.width - 1) >> m_shift) + 1;
    if (what.use == RaceUse::Atomic && m_updates.empty())
        m_updates.resize(m_cells.size());
    for_lanes(what.on, [&](int lane) {
        const std::size_t first = what.byte_of(lane) >> m_shift;
        for (std::size_t index = first; index < first + cells; ++index) {
            if (what.use == RaceUse::Read && read_again(m_cells[index], index, lane))
                continue;
            access_cell(what, lane, index, worst);
        }
    });
}

/// The common reads: of something that was written, if at all, before the last barrier.
bool RaceDetector::read_again(Cell& cell, std::size_t index, int lane) {
    const std::uint32_t generation = m_now.generation;
    if (m_clocks.partial() || !m_updates.empty() || cell.write.generation >= generation)
        return false;
    Readers& reads = cell.reads;
    const auto thread = m_now.thread + static_cast<std::uint32_t>(lane);
    if (reads.stamp.generation < generation || reads.state == Readers::State::None) {
        reads = {{generation, m_now.tick, thread}, Mask{1} << lane, Readers::State::OneWarp};
        return true;
    }
    if (reads.state == Readers::State::SeveralWarps)
        return true;
    if (reads.stamp.thread / 32 != thread / 32) {
        reads.lanes = thread;
        reads.state = Readers::State::SeveralWarps;
        m_quiet[index] = generation;
        return true;
    }
    if (reads.state != Readers::State::OneWarp || reads.stamp.tick != m_now.tick)
        return false;
    reads.lanes |= Mask{1} << lane;
    return true;
}

void RaceDetector::access_cell(const RaceAccess& what, int lane, std::size_t index,
                               RaceReport& worst) {
    Cell& cell = m_cells[index];
    const int thread = what.warp * 32 + lane;
    const Found found = check(cell, index, what.use, thread);
    if (found.other >= 0 && (worst.lane < 0 || worst.remark)) {
        const bool harmless = what.use == RaceUse::Write && found.use == RaceUse::Write &&
                              is_same_value(what, cell, lane);
        if (worst.lane < 0 || !harmless)
            worst = {lane, found.other, found.use, index << m_shift, harmless};
    }
    Stamp now = m_clocks.partial() ? m_clocks.now(thread) : m_now;
    now.thread = static_cast<std::uint32_t>(thread);
    record(cell, index, what, now);
}

RaceDetector::Found RaceDetector::check(const Cell& cell, std::size_t index, RaceUse use,
                                        int thread) const {
    if (!m_clocks.ordered(cell.write, thread))
        return {static_cast<int>(cell.write.thread), RaceUse::Write};
    if (use != RaceUse::Atomic && !m_updates.empty()) {
        const Found found = conflict(m_updates[index], index * 2 + 1, thread, RaceUse::Atomic);
        if (found.other >= 0)
            return found;
    }
    if (use != RaceUse::Read)
        return conflict(cell.reads, index * 2, thread, RaceUse::Read);
    return {};
}

bool RaceDetector::is_same_value(const RaceAccess& what, const Cell& cell, int lane) const {
    if (cell.instruction != what.instruction)
        return false;
    const std::byte* mine = what.values + static_cast<std::size_t>(lane) * what.value_bytes;
    const bool together = cell.event == m_event;
    const std::byte* theirs = together ? what.values + cell.write.thread % 32 * what.value_bytes
                                       : what.memory + what.byte_of(lane);
    return std::memcmp(mine, theirs, what.width) == 0;
}

void RaceDetector::record(Cell& cell, std::size_t index, const RaceAccess& what, Stamp now) {
    if (what.use == RaceUse::Read)
        return add(cell.reads, index * 2, now);
    m_quiet[index] = 0;
    if (what.use == RaceUse::Atomic)
        return add(m_updates[index], index * 2 + 1, now);
    cell.write = now;
    cell.instruction = what.instruction;
    cell.event = m_event;
    // Readers before the write are ordered before whatever is ordered after it.
    cell.reads.state = Readers::State::None;
    if (!m_updates.empty())
        m_updates[index].state = Readers::State::None;
}

} // namespace lockstep::simt
