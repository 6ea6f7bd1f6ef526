// SPDX-License-Identifier: MIT
#include "sim/simt/block.hpp"
#include "sim/simt/exchange.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <fmt/format.h>

namespace lockstep::simt {
namespace {

struct Gathered {
    std::array<std::uint64_t, 32> values{};
    Mask lanes = 0;
};

std::uint64_t read_lane(const std::byte* slots, Place place, int lane) {
    std::uint64_t value = 0;
    std::memcpy(&value, slots + place.slot + static_cast<std::size_t>(lane) * place.bytes,
                std::min<std::size_t>(place.bytes, 8));
    return value;
}

Gathered gather(std::span<const Participant> participants) {
    Gathered all;
    for (const Participant& part : participants) {
        all.lanes |= part.lanes;
        if (part.lanes == ~Mask{0} && part.use->a.bytes == 4) {
            const auto* from = lanes_at<std::uint32_t>(part.slots, part.use->a.slot);
            std::copy_n(from, 32, all.values.begin());
            continue;
        }
        for_lanes(part.lanes, [&](int lane) {
            all.values[static_cast<std::size_t>(lane)] = read_lane(part.slots, part.use->a, lane);
        });
    }
    return all;
}

Mask gather_predicates(std::span<const Participant> participants, Mask& lanes) {
    Mask all = 0;
    for (const Participant& part : participants) {
        const Mask value = mask_of(part.slots, part.use->a.slot);
        all |= (part.use->negated ? ~value : value) & part.lanes;
        lanes |= part.lanes;
    }
    return all;
}

void write(const Participant& part, Mask lanes, std::uint32_t value) {
    for_lanes(lanes & part.lanes, [&](int lane) {
        lanes_at<std::uint32_t>(part.slots, part.use->result.slot)[lane] = value;
    });
}

void write_predicate(const Participant& part, Place where, Mask value) {
    if (where.slot == no_slot)
        return;
    Mask& slot = mask_of(part.slots, where.slot);
    slot = (slot & ~part.lanes) | (value & part.lanes);
}

struct Source {
    int lane;
    bool in_range;
};

/// PTX ISA 9.7.9.6: which lane shfl reads.
Source source_of(ExchangeKind kind, int lane, std::uint32_t b, std::uint32_t c) {
    const int by = static_cast<int>(b & 31), clamp = static_cast<int>(c & 31);
    const int segment = static_cast<int>(c >> 8 & 31);
    const int last = (lane & segment) | (clamp & ~segment);
    const int first = lane & segment;
    switch (kind) {
    case ExchangeKind::ShuffleUp:
        return {lane - by, lane - by >= last};
    case ExchangeKind::ShuffleDown:
        return {lane + by, lane + by <= last};
    case ExchangeKind::ShuffleBfly:
        return {lane ^ by, (lane ^ by) <= last};
    default: {
        const int from = first | (by & ~segment);
        return {from, from <= last};
    }
    }
}

void shuffle(Warp& warp, const Step& step, std::span<const Participant> participants) {
    const Gathered all = gather(participants);
    for (const Participant& part : participants) {
        auto* result = lanes_at<std::uint32_t>(part.slots, part.use->result.slot);
        const auto* b = lanes_at<std::uint32_t>(part.slots, part.use->b.slot);
        const auto* c = lanes_at<std::uint32_t>(part.slots, part.use->c.slot);
        std::array<std::uint32_t, 32> out{};
        Mask in_range = 0, absent = 0;
        for_lanes(part.lanes, [&](int lane) {
            Source source = source_of(part.use->kind, lane, b[lane], c[lane]);
            in_range |= source.in_range ? Mask{1} << lane : 0;
            if (!source.in_range)
                source.lane = lane;
            // Unspecified on a card; its own value here, so that the run can go on.
            if ((all.lanes >> source.lane & 1) == 0) {
                absent |= Mask{1} << lane;
                source.lane = lane;
            }
            out[static_cast<std::size_t>(lane)] =
                static_cast<std::uint32_t>(all.values[static_cast<std::size_t>(source.lane)]);
        });
        for_lanes(part.lanes,
                  [&](int lane) { result[lane] = out[static_cast<std::size_t>(lane)]; });
        write_predicate(part, part.use->second, in_range);
        if (absent == 0)
            continue;
        const int lane = std::countr_zero(absent);
        if (Finding* found =
                warp.block.note(FindingKind::Unspecified, false, warp, step.op.instruction, lane))
            found->message =
                fmt::format("Lane {} reads a register of lane {}, which does not take part.", lane,
                            source_of(part.use->kind, lane, b[lane], c[lane]).lane);
    }
}

void vote(std::span<const Participant> participants, Mask members) {
    Mask lanes = 0;
    const Mask yes = gather_predicates(participants, lanes) & members;
    lanes &= members;
    for (const Participant& part : participants) {
        bool outcome = yes != 0;
        if (part.use->kind == ExchangeKind::VoteAll)
            outcome = yes == lanes;
        if (part.use->kind == ExchangeKind::VoteUni)
            outcome = yes == lanes || yes == 0;
        if (part.use->kind == ExchangeKind::VoteBallot)
            write(part, ~Mask{0}, yes);
        else
            write_predicate(part, part.use->result, outcome ? ~Mask{0} : 0);
    }
}

void match(std::span<const Participant> participants, Mask members) {
    const Gathered all = gather(participants);
    const auto equals = [&](int lane) {
        Mask equal = 0;
        for_lanes(all.lanes & members, [&](int other) {
            if (all.values[static_cast<std::size_t>(other)] ==
                all.values[static_cast<std::size_t>(lane)])
                equal |= Mask{1} << other;
        });
        return equal;
    };
    for (const Participant& part : participants) {
        Mask whole = 0;
        for_lanes(part.lanes, [&](int lane) {
            Mask equal = equals(lane);
            if (part.use->kind == ExchangeKind::MatchAll) {
                const bool unanimous = equal == (all.lanes & members);
                whole |= unanimous ? Mask{1} << lane : 0;
                equal = unanimous ? equal : 0;
            }
            write(part, Mask{1} << lane, equal);
        });
        write_predicate(part, part.use->second, whole);
    }
}

std::uint32_t reduce(const Exchange& use, std::uint32_t a, std::uint32_t b) {
    const bool less =
        use.is_signed ? static_cast<std::int32_t>(a) < static_cast<std::int32_t>(b) : a < b;
    switch (use.kind) {
    case ExchangeKind::ReduceAdd:
        return a + b;
    case ExchangeKind::ReduceMin:
        return less ? a : b;
    case ExchangeKind::ReduceMax:
        return less ? b : a;
    case ExchangeKind::ReduceAnd:
        return a & b;
    case ExchangeKind::ReduceOr:
        return a | b;
    default:
        return a ^ b;
    }
}

void reduce_all(std::span<const Participant> participants, Mask members) {
    const Gathered all = gather(participants);
    std::uint32_t sum = 0;
    bool first = true;
    for_lanes(all.lanes & members, [&](int lane) {
        const auto value = static_cast<std::uint32_t>(all.values[static_cast<std::size_t>(lane)]);
        sum = first ? value : reduce(*participants[0].use, sum, value);
        first = false;
    });
    for (const Participant& part : participants)
        write(part, ~Mask{0}, sum);
}

void elect(std::span<const Participant> participants, Mask members) {
    Mask lanes = 0;
    for (const Participant& part : participants)
        lanes |= part.lanes;
    const int leader = std::countr_zero(lanes & members);
    for (const Participant& part : participants) {
        write(part, ~Mask{0}, static_cast<std::uint32_t>(leader));
        write_predicate(part, part.use->second, Mask{1} << leader);
    }
}

} // namespace

void perform(Warp& warp, const Step& step, std::span<const Participant> participants,
             Mask members) {
    switch (participants[0].use->kind) {
    case ExchangeKind::BarWarp:
        if (warp.block.races != nullptr)
            warp.block.races->warp_barrier(warp.index, members & warp.live(), warp.live());
        return;
    case ExchangeKind::ShuffleUp:
    case ExchangeKind::ShuffleDown:
    case ExchangeKind::ShuffleBfly:
    case ExchangeKind::ShuffleIdx:
        return shuffle(warp, step, participants);
    case ExchangeKind::VoteAll:
    case ExchangeKind::VoteAny:
    case ExchangeKind::VoteUni:
    case ExchangeKind::VoteBallot:
        return vote(participants, members);
    case ExchangeKind::MatchAny:
    case ExchangeKind::MatchAll:
        return match(participants, members);
    case ExchangeKind::Elect:
        return elect(participants, members);
    default:
        return reduce_all(participants, members);
    }
}

} // namespace lockstep::simt
