// SPDX-License-Identifier: MIT
// Where lanes part, and where they come to an end.
#include "sim/simt/warp.hpp"

#include "sim/simt/block.hpp"

#include <bit>
#include <fmt/format.h>

namespace lockstep::simt {

void Warp::control(const Step& step, Mask on) {
    switch (step.kind) {
    case StepKind::Branch:
        return branch(step, on);
    case StepKind::BranchTable:
        return branch_table(step, on);
    case StepKind::Call:
        return call(step, on);
    case StepKind::Return:
        return return_from(on);
    case StepKind::Exit:
        return exit(on);
    case StepKind::Barrier:
        return come_to_barrier(step, on);
    case StepKind::Exchange:
        return exchange(step, on);
    case StepKind::Trap:
        return trap(step, on);
    case StepKind::Clock:
        read_clock();
        break;
    case StepKind::Plain:
        check_divisor(step, on);
        break;
    }
    step.op.execute(frame->slots, step.op, on);
    ++groups.current.pc;
}

void Warp::branch(const Step& step, Mask taken) {
    const Group& group = groups.current;
    const Target targets[] = {{group.lanes & ~taken, group.pc + 1}, {taken, step.target}};
    ++block.counters.branches;
    ++block.counters.divergent_branches;
    groups.split(targets, step.meets_at);
}

void Warp::branch_table(const Step& step, Mask on) {
    const std::vector<std::uint32_t>& table = frame->code->tables[step.extra];
    const auto* places = lanes_at<std::uint32_t>(frame->slots, step.op.slots[0]);
    Target targets[33];
    std::size_t count = 0;
    const Group group = groups.current;
    if (on != group.lanes)
        targets[count++] = {group.lanes & ~on, group.pc + 1};
    Mask outside = 0;
    for_lanes(on, [&](int lane) {
        const bool inside = places[lane] < table.size();
        outside |= inside ? 0 : Mask{1} << lane;
        const std::uint32_t to = inside ? table[places[lane]] : group.pc + 1;
        std::size_t i = 0;
        while (i < count && targets[i].pc != to)
            ++i;
        count += i == count ? 1 : 0;
        targets[i].pc = to;
        targets[i].lanes |= Mask{1} << lane;
    });
    if (outside != 0) {
        const int lane = std::countr_zero(outside);
        if (Finding* found =
                block.note(FindingKind::Unspecified, false, *this, step.op.instruction, lane))
            found->message = fmt::format("Lane {} goes to place {} of a table of {} labels.", lane,
                                         places[lane], table.size());
    }
    ++block.counters.branches;
    if (count == 1) {
        groups.current.pc = targets[0].pc;
        return;
    }
    ++block.counters.divergent_branches;
    groups.split({targets, count}, step.meets_at);
}

void Warp::exit(Mask on) {
    Group group = groups.current;
    exited |= on;
    groups.current = {};
    groups.leave(group.join, on, -1);
    for (Frame* used = group.frame; used != nullptr;) {
        Frame* parent = used->parent;
        drop(used, on);
        used = parent;
    }
    group.lanes &= ~on;
    ++group.pc;
    if (group.lanes != 0)
        groups.push(group);
    if (!waiting.empty())
        match_exchanges();
    block.barriers.threads_exited(block);
}

void Warp::trap(const Step& step, Mask on) {
    const int lane = std::countr_zero(on);
    if (Finding* found = block.note(FindingKind::Trap, false, *this, step.op.instruction, lane))
        found->message = fmt::format("Lane {} executed trap: the kernel gave up.", lane);
    block.stopped = true;
}

bool Warp::yields() {
    const bool may_wait = strong_access && groups.any_at_joins();
    m_backward = 0;
    if (block.card.stack) {
        look_whether_it_spins();
        return m_spins;
    }
    if (!groups.any_ready() && !may_wait)
        return false;
    groups.put_back();
    // A loop that waits for another thread has to use volatile or atomic accesses; other loops are
    // just long, and lanes at the join can wait for them.
    if (may_wait)
        groups.release();
    return true;
}

Group Warp::set_aside(Mask on) {
    Group part = groups.current;
    const Mask off = part.lanes & ~on;
    groups.current = {};
    if (off != 0) {
        part.join = groups.join_for(part, part.pc + 1);
        groups.arrive_at(part.join, off);
    }
    part.lanes = on;
    return part;
}

void Warp::resume(const Parked& one) {
    Group group = one.group;
    ++group.pc;
    groups.push(group);
}

void Warp::come_to_barrier(const Step& step, Mask on) {
    ++block.counters.barriers;
    const Group part = set_aside(on);
    if (block.barriers.come(*this, step, part))
        resume({part, &step});
}

void Warp::read_clock() {
    const std::uint64_t now = block.counters.instructions_executed;
    for (const SpecialSlot& special : frame->code->specials) {
        const bool high = special.special == ptx::Special::ClockHi ||
                          special.special == ptx::Special::GlobaltimerHi;
        const std::uint64_t value = high ? now >> 32 : now;
        if (special.special < ptx::Special::Clock || special.special > ptx::Special::GlobaltimerHi)
            continue;
        for (int lane = 0; lane < 32; ++lane) {
            if (special.bytes == 8)
                lanes_at<std::uint64_t>(frame->slots, special.slot)[lane] = value;
            else
                lanes_at<std::uint32_t>(frame->slots, special.slot)[lane] =
                    static_cast<std::uint32_t>(value);
        }
    }
}

template <class T>
static Mask zeros(const std::byte* slot) {
    const T* lanes = reinterpret_cast<const T*>(slot);
    Mask zero = 0;
    for (int lane = 0; lane < 32; ++lane)
        zero |= static_cast<Mask>(lanes[lane] == 0) << lane;
    return zero;
}

void Warp::check_divisor(const Step& step, Mask on) {
    const std::byte* slot = frame->slots + step.target;
    const Mask zero = on & (step.divisor_bytes == 8   ? zeros<std::uint64_t>(slot)
                            : step.divisor_bytes == 4 ? zeros<std::uint32_t>(slot)
                                                      : zeros<std::uint16_t>(slot));
    if (zero == 0)
        return;
    const int lane = std::countr_zero(zero);
    if (Finding* found =
            block.note(FindingKind::Unspecified, false, *this, step.op.instruction, lane))
        found->message =
            fmt::format("Lane {} divides an integer by zero; the result is unspecified.", lane);
}

} // namespace lockstep::simt
