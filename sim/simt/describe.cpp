// SPDX-License-Identifier: MIT
#include "sim/simt/describe.hpp"

#include "sim/simt/block.hpp"
#include "sim/simt/engines.hpp"

namespace lockstep::simt {

struct InSpace {
    ptx::Space space;
    std::uint64_t start; ///< to be taken off an address
};

static InSpace space_at(const Card& card, std::uint64_t address) {
    if (address >= shared_start && address < shared_start + window_bytes)
        return {ptx::Space::Shared, shared_start};
    if (address >= local_start && address < local_start + window_bytes)
        return {ptx::Space::Local, local_start};
    const Region* region = card.find(address);
    if (region != nullptr && region->kind == RegionKind::Constant)
        return {ptx::Space::Const, 0};
    return {ptx::Space::Global, 0};
}

static TraceAccess access_of(const Card& card, const Touch& touch) {
    TraceAccess made;
    made.kind = touch.access->kind;
    made.bytes = touch.access->bytes();
    made.on = touch.on;
    made.space = space_at(card, touch.addresses[__builtin_ctz(touch.on)]).space;
    for_lanes(touch.on, [&](int lane) {
        if (space_at(card, touch.addresses[lane]).space != made.space)
            made.space = ptx::Space::Generic;
    });
    for_lanes(touch.on, [&](int lane) {
        const std::uint64_t address = touch.addresses[lane];
        const bool pointer = made.space == ptx::Space::Generic;
        made.addresses[static_cast<std::size_t>(lane)] =
            address - (pointer ? 0 : space_at(card, address).start);
    });
    return made;
}

/// ld.param and st.param: where the parameter lies is the same for every lane.
static void add_parameter(const Warp& warp, const Step& step, Mask on, TraceStep& made) {
    const bool stores = step.engine == store_frame_parameter;
    if (!stores && step.engine != load_launch_parameter && step.engine != load_frame_parameter)
        return;
    const Access& access = warp.frame->code->accesses[step.extra];
    TraceAccess& added = made.accesses.emplace_back();
    added.kind = stores ? AccessKind::Store : AccessKind::Load;
    added.space = ptx::Space::Param;
    added.bytes = access.bytes();
    added.on = on;
    for_lanes(on,
              [&](int lane) { added.addresses[static_cast<std::size_t>(lane)] = access.offset; });
}

TraceStep describe(std::uint64_t number, const Warp& warp, const Step& step, Mask on) {
    TraceStep made;
    made.step = number;
    made.warp = warp.index;
    made.function = warp.frame->code->function;
    made.instruction = static_cast<int>(place_of(warp, step));
    made.kind = step.kind;
    made.lanes = warp.groups.current.lanes;
    made.on = on;
    made.divergent = diverges(warp, step, on);
    made.waits = step.kind == StepKind::Barrier && on != 0 &&
                 !only_arrives(warp.frame->code->barriers[step.extra].kind);
    Touch touches[2];
    const int count = find_touches(warp, step, on, touches);
    for (int i = 0; i < count; ++i)
        made.accesses.push_back(access_of(warp.block.card, touches[i]));
    if (on != 0)
        add_parameter(warp, step, on, made);
    return made;
}

} // namespace lockstep::simt
