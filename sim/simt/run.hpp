// SPDX-License-Identifier: MIT
// The loop in which the simulator spends its time. Straight-line instructions follow each other
// without a look at anything but their guards.
#pragma once

#include "sim/simt/block.hpp"

#include <algorithm>

namespace lockstep::simt {

/// Sees nothing. Another observer's step(warp, step, on) is called before each warp instruction.
struct NoObserver {
    void step(const Warp&, const Step&, Mask) {}
};

/// Counted in registers, added to the block's counters now and then.
struct Tally {
    std::uint64_t instructions = 0, lanes = 0, off = 0, branches = 0;

    void add_to(Counters& counters) {
        counters.instructions_executed += instructions;
        counters.lane_instructions += lanes;
        counters.lane_instructions_on += lanes - off;
        counters.branches += branches;
        *this = {};
    }
};

inline Mask lanes_on(const Op& op, std::byte* slots, Mask lanes) {
    if (!op.guarded)
        return lanes;
    const Mask guard = mask_of(slots, op.guard);
    return lanes & (op.guard_negated ? ~guard : guard);
}

template <class Observer>
inline void run_straight(Warp& warp, const Step* step, const Step* end, Mask lanes,
                         std::byte* slots, Tally& tally, Observer& observer) {
    for (; step != end; ++step) {
        const Mask on = lanes_on(step->op, slots, lanes);
        observer.step(warp, *step, on);
        if (on != lanes) {
            tally.off += count_lanes(lanes ^ on);
            if (on == 0)
                continue;
        }
        if (step->op.execute != nullptr)
            step->op.execute(slots, step->op, on);
        else
            step->engine(warp, *step, on);
    }
}

template <class Observer>
void Warp::go(Turn& left, Observer& observer) {
    Group group = groups.current;
    frame = group.frame;
    Tally tally;
    unsigned width = count_lanes(group.lanes);
    while (left > 0) {
        const Step* steps = frame->code->steps.data();
        std::byte* slots = frame->slots;
        const Step* step = steps + group.pc;
        groups.current = group;
        if (step->meets && groups.arrive())
            break;
        if (step->run > 0) {
            const auto n = static_cast<std::uint32_t>(std::min<Turn>(step->run, left));
            run_straight(*this, step, step + n, group.lanes, slots, tally, observer);
            tally.instructions += n;
            tally.lanes += std::uint64_t{n} * width;
            left -= n;
            group.pc += n;
            continue;
        }
        const Mask on = lanes_on(step->op, slots, group.lanes);
        observer.step(*this, *step, on);
        ++tally.instructions;
        tally.lanes += width;
        tally.off += on == group.lanes ? 0 : count_lanes(group.lanes ^ on);
        --left;
        if (on == 0 || (step->kind == StepKind::Branch && on == group.lanes)) {
            tally.branches += step->kind == StepKind::Branch ? 1 : 0;
            const bool backward = on != 0 && step->target <= group.pc;
            group.pc = on == 0 ? group.pc + 1 : step->target;
            if (backward && ++m_backward >= 1024) {
                groups.current = group;
                if (block.stopped || yields())
                    break;
            }
            continue;
        }
        tally.add_to(block.counters);
        control(*step, on);
        if (groups.current.lanes == 0 || block.stopped)
            return;
        group = groups.current;
        frame = group.frame;
        width = count_lanes(group.lanes);
    }
    if (left == 0 && groups.current.lanes != 0)
        groups.current = group;
    tally.add_to(block.counters);
}

template <class Observer>
void Warp::run(Turn& left, Observer& observer) {
    while (left > 0 && !block.stopped) {
        if (block.card.stack && (!ready() || spins()))
            return;
        if (groups.current.lanes == 0) {
            m_backward = 0;
            strong_access = false;
            if (!groups.next()) {
                // Lanes that wait for each other in vain: those at a join may be whom they wait
                // for.
                if (block.card.stack || !parked.empty() || !groups.release())
                    return;
                continue;
            }
        }
        go(left, observer);
    }
}

template <class Observer>
bool Block::run(Turn& left, Observer& observer) {
    while (left > 0 && !stopped) {
        Warp* warp = next_ready();
        if (warp == nullptr) {
            if (card.stack && spins())
                return true;
            if (!wake())
                return false;
            continue;
        }
        warp->run(left, observer);
        // The warp had its turn, whether it waits or the turn is over.
        m_next = (static_cast<std::size_t>(warp->index) + 1) % warps.size();
    }
    return !stopped;
}

} // namespace lockstep::simt
