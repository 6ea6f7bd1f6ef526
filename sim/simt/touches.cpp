// SPDX-License-Identifier: MIT
#include "sim/simt/touches.hpp"

#include "sim/simt/engines.hpp"
#include "sim/simt/survey.hpp"

namespace lockstep::simt {

static std::uint64_t window_start(ptx::Space space) {
    return space == ptx::Space::Shared  ? shared_start
           : space == ptx::Space::Local ? local_start
                                        : 0;
}

static void look_at(const Warp& warp, const Access& access, Mask on, Touch& touch) {
    touch.access = &access;
    touch.on = on;
    touch.consecutive =
        survey(warp.frame->slots + access.address.slot, access.address.bytes, access.offset,
               window_start(access.space), access.bytes(), on, touch.addresses)
            .consecutive;
}

int find_touches(const Warp& warp, const Step& step, Mask on, Touch (&found)[2]) {
    if (on == 0 || step.engine == nullptr)
        return 0;
    const Code& code = *warp.frame->code;
    if (step.engine == load || step.engine == store || step.engine == update_memory) {
        look_at(warp, code.accesses[step.extra], on, found[0]);
        return 1;
    }
    if (step.engine == load_matrix) {
        const Access& access = code.accesses[step.extra];
        if ((on & access.row_lanes()) == 0)
            return 0;
        look_at(warp, access, on & access.row_lanes(), found[0]);
        return 1;
    }
    if (step.engine != copy_async)
        return 0;
    const Copy& copy = code.copies[step.extra];
    look_at(warp, code.accesses[copy.from], on, found[0]);
    look_at(warp, code.accesses[copy.to], on, found[1]);
    return 2;
}

static bool table_diverges(const Warp& warp, const Step& step, Mask on) {
    const std::vector<std::uint32_t>& table = warp.frame->code->tables[step.extra];
    const auto* places = lanes_at<std::uint32_t>(warp.frame->slots, step.op.slots[0]);
    const std::uint32_t behind = place_of(warp, step) + 1;
    const auto target = [&](int lane) {
        return places[lane] < table.size() ? table[places[lane]] : behind;
    };
    const std::uint32_t first =
        on != warp.groups.current.lanes ? behind : target(__builtin_ctz(on));
    bool parts = false;
    for_lanes(on, [&](int lane) { parts = parts || target(lane) != first; });
    return parts;
}

bool diverges(const Warp& warp, const Step& step, Mask on) {
    if (on == 0)
        return false;
    if (step.kind == StepKind::Branch)
        return on != warp.groups.current.lanes;
    return step.kind == StepKind::BranchTable && table_diverges(warp, step, on);
}

} // namespace lockstep::simt
