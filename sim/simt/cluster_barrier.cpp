// SPDX-License-Identifier: MIT
#include "sim/simt/cluster_barrier.hpp"

#include "sim/simt/block.hpp"

#include <bit>
#include <fmt/format.h>

namespace lockstep::simt {

static bool is_wait(const Warp::Parked& one) {
    return one.group.frame->code->barriers[one.step->extra].kind == BarrierKind::ClusterWait;
}

bool ClusterBarrier::come(Warp& warp, const Step& step, const Group& group) {
    if (warp.code().barriers[step.extra].kind == BarrierKind::ClusterWait)
        return wait(warp, step, group);
    arrive(warp, step, group.lanes);
    return true;
}

void ClusterBarrier::arrive(Warp& warp, const Step& step, Mask lanes) {
    const auto w = static_cast<std::size_t>(warp.index);
    report(warp, step, m_owing[w] & lanes,
           "comes to the barrier of the cluster a second time without having waited at it");
    m_came[w] |= lanes;
    m_owing[w] |= lanes;
    // A relaxed arrival orders nothing: what the thread wrote may be seen later.
    if (warp.block.races != nullptr && !warp.code().barriers[step.extra].relaxed)
        warp.block.races->come_to_cluster(warp.index, lanes);
    complete_if_all_came(warp.block);
}

bool ClusterBarrier::wait(Warp& warp, const Step& step, const Group& group) {
    const auto w = static_cast<std::size_t>(warp.index);
    report(warp, step, group.lanes & ~m_owing[w],
           "waits at the barrier of the cluster without having come to it");
    m_owing[w] &= ~group.lanes;
    // Others came in a phase that is complete.
    Group early = group, late = group;
    early.lanes &= m_came[w];
    late.lanes &= ~m_came[w];
    if (late.lanes != 0 && warp.block.races != nullptr)
        warp.block.races->leave_cluster(warp.index, late.lanes);
    if (early.lanes == 0)
        return true;
    if (late.lanes != 0)
        warp.resume({late, &step});
    warp.parked.push_back({early, &step});
    return false;
}

void ClusterBarrier::complete_if_all_came(Block& block) {
    Mask anybody = 0;
    for (const std::unique_ptr<Warp>& warp : block.warps) {
        const Mask came = m_came[static_cast<std::size_t>(warp->index)];
        anybody |= came;
        if (((came | warp->exited) & warp->lanes) != warp->lanes)
            return;
    }
    if (anybody == 0)
        return;
    m_came = {};
    if (block.races != nullptr)
        block.races->complete_cluster();
    for (const std::unique_ptr<Warp>& warp : block.warps) {
        // Resumed last to first: the first to come is then the first to go on.
        for (std::size_t i = warp->parked.size(); i-- > 0;) {
            const Warp::Parked one = warp->parked[i];
            if (!is_wait(one))
                continue;
            if (block.races != nullptr)
                block.races->leave_cluster(warp->index, one.group.lanes);
            warp->resume(one);
            warp->parked.erase(warp->parked.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

void ClusterBarrier::report(Warp& warp, const Step& step, Mask wrong, const char* what) const {
    if (wrong == 0)
        return;
    Finding* found = warp.block.note(FindingKind::Barrier, false, warp, step.op.instruction,
                                     std::countr_zero(wrong));
    if (found != nullptr)
        found->message =
            fmt::format("Thread {} {}: each of them goes with the other.", found->thread, what);
}

} // namespace lockstep::simt
