// SPDX-License-Identifier: MIT
// Sets of readers, and whether a writer is in a race with one of them.
#include "sim/simt/cast.hpp"
#include "sim/simt/races.hpp"

namespace lockstep::simt {

void RaceDetector::add(Readers& readers, std::size_t key, Stamp now) {
    using State = Readers::State;
    const Mask lane = Mask{1} << now.thread % 32;
    if (readers.state == State::None || readers.stamp.generation < now.generation) {
        readers = {now, lane, State::OneWarp};
        return;
    }
    if (readers.state == State::SeveralWarps)
        return;
    if (!m_clocks.partial()) {
        if (readers.stamp.thread / 32 != now.thread / 32) {
            readers.lanes = now.thread;
            readers.state = State::SeveralWarps;
            return;
        }
        if (readers.state == State::OneWarp && readers.stamp.tick == now.tick) {
            readers.lanes |= lane;
            return;
        }
    }
    add_to_list(readers, key, now);
}

/// Lanes of a warp that read at different ticks, or threads with clocks of their own.
void RaceDetector::add_to_list(Readers& readers, std::size_t key, Stamp now) {
    std::vector<Stamp>& list = m_lists[key];
    if (readers.state == Readers::State::OneWarp) {
        list.clear();
        for_lanes(readers.lanes, [&](int k) {
            const std::uint32_t first = readers.stamp.thread / 32 * 32;
            list.push_back({readers.stamp.generation, readers.stamp.tick,
                            first + static_cast<std::uint32_t>(k)});
        });
        readers.state = Readers::State::List;
    }
    // Whoever writes after this reader writes after those that came before it.
    std::erase_if(list, [&](const Stamp& one) {
        return m_clocks.ordered(one, static_cast<int>(now.thread));
    });
    list.push_back(now);
    if (list.size() == 1)
        readers = {now, Mask{1} << now.thread % 32, Readers::State::OneWarp};
}

RaceDetector::Found RaceDetector::conflict(const Readers& readers, std::size_t key, int thread,
                                           RaceUse use) const {
    using State = Readers::State;
    if (readers.state == State::None || readers.stamp.generation < m_clocks.generation())
        return {};
    if (readers.state == State::SeveralWarps) {
        const auto first = static_cast<int>(readers.stamp.thread);
        return {first / 32 != thread / 32 ? first : static_cast<int>(readers.lanes), use};
    }
    if (readers.state == State::List) {
        for (const Stamp& one : m_lists.at(key))
            if (!m_clocks.ordered(one, thread))
                return {static_cast<int>(one.thread), use};
        return {};
    }
    for (Mask lanes = readers.lanes; lanes != 0; lanes &= lanes - 1) {
        Stamp one = readers.stamp;
        one.thread = one.thread / 32 * 32 + static_cast<std::uint32_t>(__builtin_ctz(lanes));
        if (!m_clocks.ordered(one, thread))
            return {static_cast<int>(one.thread), use};
    }
    return {};
}

} // namespace lockstep::simt
