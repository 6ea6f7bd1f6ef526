// SPDX-License-Identifier: MIT
#include "sim/simt/engines.hpp"

#include "sim/simt/access.hpp"
#include "sim/simt/moves.hpp"

#include <bit>
#include <cstring>

namespace lockstep::simt {

void do_nothing(Warp& warp, const Step&, Mask) {
    // nanosleep and fences stand in loops that wait.
    warp.strong_access = true;
}

void active_mask(Warp& warp, const Step& step, Mask on) {
    for_lanes(on,
              [&](int lane) { lanes_at<Mask>(warp.frame->slots, step.op.slots[0])[lane] = on; });
}

static std::uint64_t window(const Step& step) {
    return std::uint64_t{step.extra} << 32;
}

template <class F>
static void convert_address(Warp& warp, const Step& step, Mask on, F f) {
    std::byte* slots = warp.frame->slots;
    if (step.divisor_bytes == 8) {
        const auto* from = lanes_at<std::uint64_t>(slots, step.op.slots[1]);
        auto* to = lanes_at<std::uint64_t>(slots, step.op.slots[0]);
        for_lanes(on, [&](int lane) { to[lane] = f(from[lane]); });
    } else {
        const auto* from = lanes_at<std::uint32_t>(slots, step.op.slots[1]);
        auto* to = lanes_at<std::uint32_t>(slots, step.op.slots[0]);
        for_lanes(on, [&](int lane) { to[lane] = static_cast<std::uint32_t>(f(from[lane])); });
    }
}

void copy_address(Warp& warp, const Step& step, Mask on) {
    convert_address(warp, step, on, [](std::uint64_t a) { return a; });
}

void to_space(Warp& warp, const Step& step, Mask on) {
    const std::uint64_t start = window(step);
    convert_address(warp, step, on, [start](std::uint64_t a) { return a - start; });
}

void to_generic(Warp& warp, const Step& step, Mask on) {
    const std::uint64_t start = window(step);
    convert_address(warp, step, on, [start](std::uint64_t a) { return a + start; });
}

void is_in_space(Warp& warp, const Step& step, Mask on) {
    std::byte* slots = warp.frame->slots;
    Mask inside = 0;
    for_lanes(on, [&](int lane) {
        const std::uint64_t address = step.divisor_bytes == 8
                                          ? lanes_at<std::uint64_t>(slots, step.op.slots[1])[lane]
                                          : lanes_at<std::uint32_t>(slots, step.op.slots[1])[lane];
        inside |= address >> 44 == window(step) >> 44 ? Mask{1} << lane : 0;
    });
    Mask& result = mask_of(slots, step.op.slots[0]);
    result = (result & ~on) | inside;
}

static std::byte* pointer(std::uint64_t address) {
    return reinterpret_cast<std::byte*>(address);
}

/// Lanes whose address was wrong read 0.
static void clear(std::byte* slot, std::uint8_t bytes, Mask lanes) {
    for_lanes(lanes, [&](int lane) {
        std::memset(slot + static_cast<std::size_t>(lane) * bytes, 0, bytes);
    });
}

static void move_local(Warp& warp, const Access& access, const AccessRun& run, const Part& part) {
    for_lanes(part.on, [&](int lane) {
        for (std::uint32_t k = 0; k < access.count; ++k) {
            // One lane of a load whose address is already the place in our own memory.
            std::uint64_t addresses[32];
            const std::uint64_t at = run.addresses()[lane] - local_start + k * access.width;
            addresses[lane] = reinterpret_cast<std::uintptr_t>(warp.local.at(at, lane));
            access.move(warp.frame->slots + access.data[k].slot, 0, addresses, Mask{1} << lane);
        }
    });
}

void load(Warp& warp, const Step& step, Mask on) {
    const Access& access = warp.frame->code->accesses[step.extra];
    std::byte* slots = warp.frame->slots;
    AccessRun run(warp, step, access, on);
    for (Part part; run.next(part);) {
        if (!run.account(part))
            return;
        if (part.region->kind == RegionKind::Local) {
            move_local(warp, access, run, part);
            continue;
        }
        const std::uint64_t origin = AccessRun::origin(part);
        const bool whole = part.survey.consecutive && part.on == ~Mask{0} && access.count == 1 &&
                           access.data[0].bytes == access.width;
        if (whole) {
            std::memcpy(slots + access.data[0].slot, pointer(origin + part.survey.first),
                        32u * access.width);
            continue;
        }
        for (std::uint32_t k = 0; k < access.count; ++k)
            access.move(slots + access.data[k].slot, origin + k * access.width, run.addresses(),
                        part.on);
    }
    if (run.missed() != 0)
        for (std::uint32_t k = 0; k < access.count; ++k)
            clear(slots + access.data[k].slot, access.data[k].bytes, run.missed());
}

void store(Warp& warp, const Step& step, Mask on) {
    const Access& access = warp.frame->code->accesses[step.extra];
    std::byte* slots = warp.frame->slots;
    if (warp.block.card.stack)
        ++warp.block.card.changes;
    AccessRun run(warp, step, access, on);
    for (Part part; run.next(part);) {
        if (!run.account(part))
            return;
        if (part.region->kind == RegionKind::Constant)
            continue;
        if (part.region->kind == RegionKind::Local) {
            move_local(warp, access, run, part);
            continue;
        }
        const std::uint64_t origin = AccessRun::origin(part);
        const bool whole = part.survey.consecutive && part.on == ~Mask{0} && access.count == 1 &&
                           access.data[0].bytes == access.width;
        if (whole) {
            std::memcpy(pointer(origin + part.survey.first), slots + access.data[0].slot,
                        32u * access.width);
            continue;
        }
        for (std::uint32_t k = 0; k < access.count; ++k)
            access.move(slots + access.data[k].slot, origin + k * access.width, run.addresses(),
                        part.on);
    }
}

void update_memory(Warp& warp, const Step& step, Mask on) {
    const Access& access = warp.frame->code->accesses[step.extra];
    std::byte* slots = warp.frame->slots;
    ++warp.block.counters.atomics;
    AccessRun run(warp, step, access, on);
    const auto lane_of = [&](Place place, int lane) {
        return place.slot == no_slot
                   ? nullptr
                   : slots + place.slot + static_cast<std::size_t>(lane) * access.width;
    };
    for (Part part; run.next(part);) {
        if (!run.account(part))
            return;
        const bool local = part.region->kind == RegionKind::Local;
        const bool together = part.region->ownership != nullptr && access.same_in_any_order;
        const Update update = together ? access.update_together : access.update;
        for_lanes(part.on, [&](int lane) {
            std::byte* where = local ? warp.local.at(run.addresses()[lane] - local_start, lane)
                                     : pointer(AccessRun::origin(part) + run.addresses()[lane]);
            std::byte before[16];
            if (warp.block.card.stack)
                std::memcpy(before, where, access.width);
            update(where, lane_of(access.data[0], lane), lane_of(access.compare, lane),
                   lane_of(access.result, lane));
            if (warp.block.card.stack && std::memcmp(before, where, access.width) != 0)
                ++warp.block.card.changes;
        });
    }
    if (run.missed() != 0 && access.result.slot != no_slot)
        clear(slots + access.result.slot, access.width, run.missed());
}

} // namespace lockstep::simt
