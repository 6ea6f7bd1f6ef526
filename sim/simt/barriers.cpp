// SPDX-License-Identifier: MIT
#include "sim/simt/barriers.hpp"

#include "sim/simt/block.hpp"

#include <bit>
#include <fmt/format.h>

namespace lockstep::simt {

static std::uint32_t uniform(const Warp& warp, Place place, int lane, std::uint32_t otherwise) {
    if (place.slot == no_slot)
        return otherwise;
    return lanes_at<std::uint32_t>(warp.frame->slots, place.slot)[lane];
}

bool Barriers::come(Warp& warp, const Step& step, const Group& group) {
    Block& block = warp.block;
    const BarrierUse& use = warp.code().barriers[step.extra];
    if (is_of_cluster(use.kind))
        return m_cluster.come(warp, step, group);
    const int lane = std::countr_zero(group.lanes);
    const std::uint32_t id = uniform(warp, use.id, lane, 0) % 16;
    std::uint32_t expected = uniform(warp, use.count, lane, 0);
    Barrier& barrier = m_barriers[id];
    const bool waits = use.kind != BarrierKind::Arrive;
    if (barrier.step != nullptr && waits && expected == 0 && barrier.step != &step)
        report_mixed(warp, step, lane, id);
    if (waits)
        barrier.step = &step, barrier.code = &warp.code();
    barrier.expected = expected;
    barrier.arrived += count_lanes(group.lanes);
    if (use.source.slot != no_slot) {
        const Mask value = mask_of(warp.frame->slots, use.source.slot);
        barrier.true_count +=
            static_cast<unsigned>(std::popcount((use.negated ? ~value : value) & group.lanes));
    }
    if (block.races != nullptr)
        block.races->come(id, warp.index, group.lanes, waits);
    if (waits)
        warp.parked.push_back({group, &step});
    const unsigned exited = expected == 0 ? block.exited_threads() : 0;
    const unsigned whole = expected == 0 ? block.card.block_threads : expected;
    if (barrier.arrived + exited >= whole) {
        if (exited > 0)
            report_exited(block, id, exited);
        complete(block, id);
    }
    return !waits;
}

void Barriers::threads_exited(Block& block) {
    m_cluster.threads_exited(block);
    unsigned exited = 0;
    for (unsigned id = 0; id < 16; ++id) {
        const Barrier& barrier = m_barriers[id];
        if (barrier.arrived == 0 || barrier.expected != 0)
            continue;
        exited = exited != 0 ? exited : block.exited_threads();
        if (barrier.arrived + exited < block.card.block_threads)
            continue;
        report_exited(block, id, exited);
        complete(block, id);
    }
}

void Barriers::complete(Block& block, unsigned id) {
    const Barrier done = m_barriers[id];
    m_barriers[id] = {};
    const unsigned whole = done.arrived;
    if (block.races != nullptr)
        block.races->complete(id, done.expected == 0);
    for (const std::unique_ptr<Warp>& warp : block.warps) {
        // Resumed last to first: the first to come is then the first to go on.
        for (std::size_t i = warp->parked.size(); i-- > 0;) {
            const Warp::Parked& one = warp->parked[i];
            const BarrierUse& use = one.group.frame->code->barriers[one.step->extra];
            if (is_of_cluster(use.kind))
                continue;
            std::byte* slots = one.group.frame->slots;
            const int lane = std::countr_zero(one.group.lanes);
            const unsigned at =
                use.id.slot == no_slot ? 0 : lanes_at<std::uint32_t>(slots, use.id.slot)[lane] % 16;
            if (at != id)
                continue;
            if (use.kind == BarrierKind::Popc)
                for_lanes(one.group.lanes, [&](int k) {
                    lanes_at<std::uint32_t>(slots, use.result.slot)[k] = done.true_count;
                });
            if (use.kind == BarrierKind::And || use.kind == BarrierKind::Or) {
                const bool yes =
                    use.kind == BarrierKind::And ? done.true_count == whole : done.true_count > 0;
                Mask& result = mask_of(slots, use.result.slot);
                result = (result & ~one.group.lanes) | (yes ? one.group.lanes : 0);
            }
            warp->resume(one);
            warp->parked.erase(warp->parked.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

void Barriers::report_mixed(Warp& warp, const Step& step, int lane, unsigned id) {
    const Barrier& barrier = m_barriers[id];
    const ptx::Function& function = warp.block.card.program.function(*barrier.code);
    if (Finding* found =
            warp.block.note(FindingKind::Barrier, false, warp, step.op.instruction, lane))
        found->message = fmt::format(
            "Thread {} comes to barrier {} here while others wait for it at PTX line {}: all "
            "threads of a block have to come to the same one.",
            found->thread, id, function.instructions[barrier.step->op.instruction].line);
}

void Barriers::report_exited(Block& block, unsigned id, unsigned exited) {
    const Barrier& barrier = m_barriers[id];
    if (barrier.step == nullptr)
        return;
    if (Finding* found = block.reporter.note(FindingKind::Barrier, true, *barrier.code,
                                             barrier.step->op.instruction, 0))
        found->message = fmt::format(
            "{} threads had ended before barrier {}; they count as having come.", exited, id);
}

} // namespace lockstep::simt
