// SPDX-License-Identifier: MIT
#include "sim/simt/groups.hpp"

#include "sim/base/assert.hpp"

#include <algorithm>

namespace lockstep::simt {

void Groups::reset(Mask lanes, Frame* frame) {
    m_joins.clear();
    m_free.clear();
    m_ready_count = 0;
    m_at_joins = 0;
    m_age = 0;
    current = {};
    push({lanes, 0, frame, -1});
}

void Groups::push(const Group& group) {
    LOCKSTEP_ASSERT(m_ready_count < 32, "A warp has more groups than lanes.");
    m_ready[static_cast<std::size_t>(m_ready_count++)] = group;
}

bool Groups::next() {
    if (m_ready_count == 0) {
        current = {};
        return false;
    }
    current = m_ready[static_cast<std::size_t>(--m_ready_count)];
    // Groups that a join let go early may meet again by chance: then they run together.
    for (int i = m_ready_count - 1; i >= 0; --i) {
        const Group& other = m_ready[static_cast<std::size_t>(i)];
        if (other.pc != current.pc || other.frame != current.frame || other.join != current.join)
            continue;
        current.lanes |= other.lanes;
        std::copy(m_ready.begin() + i + 1, m_ready.begin() + m_ready_count, m_ready.begin() + i);
        --m_ready_count;
    }
    return true;
}

void Groups::put_back() {
    push({});
    std::copy_backward(m_ready.begin(), m_ready.begin() + m_ready_count - 1,
                       m_ready.begin() + m_ready_count);
    m_ready[0] = current;
    current = {};
}

int Groups::open_join(Mask expected, std::uint32_t pc, Frame* frame, int parent) {
    int index = static_cast<int>(m_joins.size());
    if (m_free.empty()) {
        m_joins.emplace_back();
    } else {
        index = m_free.back();
        m_free.pop_back();
    }
    m_joins[static_cast<std::size_t>(index)] = {expected, 0, pc, frame, parent, ++m_age};
    return index;
}

int Groups::join_for(const Group& group, std::uint32_t pc) {
    // A loop that lanes leave one after the other has one join, not one for each of them.
    const Group there{group.lanes, pc, group.frame, group.join};
    if (group.join >= 0 && waits_for(group.join, there))
        return group.join;
    return open_join(group.lanes, pc, group.frame, group.join);
}

void Groups::split(std::span<const Target> targets, std::uint32_t meets_at) {
    Group rest = current;
    current = {};
    if (meets_at != no_meeting)
        rest.join = join_for(rest, meets_at);
    for (std::size_t i = targets.size(); i-- > 0;) {
        const Group part{targets[i].lanes, targets[i].pc, rest.frame, rest.join};
        if (part.join >= 0 && waits_for(part.join, part)) {
            arrive_at(part.join, part.lanes);
        } else {
            push(part);
        }
    }
}

void Groups::arrive_at(int join, Mask lanes) {
    Join& j = m_joins[static_cast<std::size_t>(join)];
    if (j.arrived == 0)
        ++m_at_joins;
    j.arrived |= lanes;
    if (j.arrived == j.expected)
        complete(join);
}

void Groups::complete(int join) {
    const Join done = m_joins[static_cast<std::size_t>(join)];
    settle(join);
    const Group together{done.arrived, done.pc, done.frame, done.parent};
    if (done.parent >= 0 && waits_for(done.parent, together)) {
        arrive_at(done.parent, together.lanes);
    } else {
        push(together);
    }
}

/// The join is over.
void Groups::settle(int join) {
    Join& j = m_joins[static_cast<std::size_t>(join)];
    if (j.arrived != 0)
        --m_at_joins;
    j = {};
    m_free.push_back(join);
}

void Groups::leave(int join, Mask lanes, int until) {
    while (join >= 0 && join != until) {
        Join& j = m_joins[static_cast<std::size_t>(join)];
        const int parent = j.parent;
        j.expected &= ~lanes;
        if (j.expected == 0) {
            settle(join);
        } else if (j.expected == j.arrived) {
            complete(join);
        }
        join = parent;
    }
}

bool Groups::release() {
    int newest = -1;
    std::uint64_t age = 0;
    for (std::size_t i = 0; i < m_joins.size(); ++i) {
        if (m_joins[i].arrived == 0 || m_joins[i].age <= age)
            continue;
        newest = static_cast<int>(i);
        age = m_joins[i].age;
    }
    if (newest < 0)
        return false;
    Join& j = m_joins[static_cast<std::size_t>(newest)];
    const Group early{j.arrived, j.pc, j.frame, j.parent};
    j.expected &= ~j.arrived;
    j.arrived = 0;
    --m_at_joins;
    if (early.join >= 0 && waits_for(early.join, early)) {
        arrive_at(early.join, early.lanes);
    } else {
        push(early);
    }
    return true;
}

} // namespace lockstep::simt
