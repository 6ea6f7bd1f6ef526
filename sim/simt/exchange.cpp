// SPDX-License-Identifier: MIT
// Exchanges between the lanes of a warp. They belong together by their mask and kind, wherever in
// the program they stand; lanes that exited are not waited for.
#include "sim/simt/exchange.hpp"

#include "sim/simt/block.hpp"

#include <bit>
#include <fmt/format.h>

namespace lockstep::simt {

static Mask members_of(const Exchange& use, const std::byte* slots, int lane, Mask on) {
    if (!use.synchronises)
        return on;
    return reinterpret_cast<const Mask*>(slots + use.members.slot)[lane];
}

void Warp::exchange(const Step& step, Mask on) {
    const Exchange& use = frame->code->exchanges[step.extra];
    const int leader = std::countr_zero(on);
    const Mask members = members_of(use, frame->slots, leader, on);
    Mask same = on;
    if (use.synchronises) {
        const auto* masks = lanes_at<Mask>(frame->slots, use.members.slot);
        for_lanes(on, [&](int lane) {
            if (masks[lane] != members)
                same &= ~(Mask{1} << lane);
        });
    }
    if ((same & ~members) != 0) {
        const int lane = std::countr_zero(same & ~members);
        if (Finding* found =
                block.note(FindingKind::Unspecified, false, *this, step.op.instruction, lane))
            found->message = fmt::format("Lane {} takes part and is not in its own mask 0x{:08x}.",
                                         lane, members);
    }
    if (same == on && (members & live() & ~on) == 0) {
        const Participant all{frame->slots, &use, on};
        perform(*this, step, {&all, 1}, members);
        if (on == groups.current.lanes) {
            ++groups.current.pc;
        } else {
            resume({set_aside(on), &step});
        }
        return;
    }
    // Lanes with other masks come here again, as a group of their own.
    const Group before = groups.current;
    Group part = set_aside(on);
    if (same != on) {
        if (part.join == before.join)
            part.join = groups.join_for(part, part.pc + 1);
        groups.push({on & ~same, part.pc, part.frame, part.join});
        part.lanes = same;
    }
    waiting.push_back({part, &step});
    match_exchanges();
}

void Warp::match_exchanges() {
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        const auto use_of = [&](const Parked& one) -> const Exchange& {
            return one.group.frame->code->exchanges[one.step->extra];
        };
        const auto mask_of_one = [&](const Parked& one) {
            return members_of(use_of(one), one.group.frame->slots,
                              std::countr_zero(one.group.lanes), one.group.lanes);
        };
        const Mask members = mask_of_one(waiting[i]);
        std::vector<Parked> matching, rest;
        Mask together = 0;
        for (const Parked& one : waiting) {
            const bool matches =
                use_of(one).kind == use_of(waiting[i]).kind && mask_of_one(one) == members;
            (matches ? matching : rest).push_back(one);
            together |= matches ? one.group.lanes : 0;
        }
        if ((members & live() & ~together) != 0)
            continue;
        std::vector<Participant> participants;
        for (const Parked& one : matching)
            participants.push_back({one.group.frame->slots, &use_of(one), one.group.lanes});
        // Findings name the function of the first of them.
        Frame* const before = frame;
        frame = matching.front().group.frame;
        perform(*this, *matching.front().step, participants, members);
        frame = before;
        waiting = std::move(rest);
        for (std::size_t k = matching.size(); k-- > 0;)
            resume(matching[k]);
        i = static_cast<std::size_t>(-1);
    }
}

} // namespace lockstep::simt
