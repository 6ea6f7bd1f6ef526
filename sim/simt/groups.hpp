// SPDX-License-Identifier: MIT
// Which lanes of a warp go together. Lanes at one pc of one frame form a group; after a divergent
// branch the groups wait for each other at a join, the branch's immediate post-dominator. Knows
// nothing of instructions.
#pragma once

#include "sim/simt/semantics.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace lockstep::simt {

struct Frame;

struct Group {
    Mask lanes = 0;
    std::uint32_t pc = 0;
    Frame* frame = nullptr;
    int join = -1; ///< the innermost join that waits for these lanes
};

struct Target {
    Mask lanes = 0;
    std::uint32_t pc = 0;
};

class Groups {
  public:
    /// All `lanes` at pc 0 of the frame, ready.
    void reset(Mask lanes, Frame* frame);

    /// The group that runs now; no lanes when there is none.
    Group current;

    /// Makes the newest ready group the current one; false when none is ready.
    bool next();
    bool any_ready() const { return m_ready_count > 0; }
    /// Puts a group before all that are ready: it runs next.
    void push(const Group& group);
    /// Puts the current group behind all that are ready.
    void put_back();

    /// The current group went several ways, at least two; they meet at `meets_at`, unless that is
    /// `no_meeting`. The first target runs first.
    void split(std::span<const Target> targets, std::uint32_t meets_at);
    static constexpr std::uint32_t no_meeting = ~0u;

    /// Whether the current group has come to its join; then there is no current one any more.
    bool arrive() {
        if (current.join < 0 || !waits_for(current.join, current))
            return false;
        arrive_at(current.join, current.lanes);
        current.lanes = 0;
        return true;
    }

    /// The join at which parts of the group meet again at `pc`: the one that it has, or a new one.
    int join_for(const Group& group, std::uint32_t pc);
    /// Lanes come to a join by hand.
    void arrive_at(int join, Mask lanes);
    /// Lanes will not come to the joins from `join` outwards, as far as `until` (not included):
    /// they exited, or returned from a function.
    void leave(int join, Mask lanes, int until);

    /// Lanes that wait at joins go on without the others: those at the newest such join. False when
    /// none wait.
    bool release();
    bool any_at_joins() const { return m_at_joins > 0; }

    /// Calls f(frame) for each place that may hold a frame's address, so that it can be changed:
    /// the frames of a copy are those of another warp.
    template <class F>
    void each_frame(F f) {
        f(current.frame);
        for (int i = 0; i < m_ready_count; ++i)
            f(m_ready[static_cast<std::size_t>(i)].frame);
        for (Join& join : m_joins)
            f(join.frame);
    }

  private:
    struct Join {
        Mask expected = 0, arrived = 0;
        std::uint32_t pc = 0;
        Frame* frame = nullptr;
        int parent = -1;
        std::uint64_t age = 0; ///< 0: free
    };
    bool waits_for(int join, const Group& group) const {
        const Join& j = m_joins[static_cast<std::size_t>(join)];
        return j.pc == group.pc && j.frame == group.frame;
    }
    int open_join(Mask expected, std::uint32_t pc, Frame* frame, int parent);
    void complete(int join);
    void settle(int join);

    std::array<Group, 32> m_ready{}; ///< the last one runs next
    int m_ready_count = 0;
    std::vector<Join> m_joins;
    std::vector<int> m_free;
    std::uint64_t m_age = 0;
    int m_at_joins = 0; ///< joins at which somebody waits
};

} // namespace lockstep::simt
