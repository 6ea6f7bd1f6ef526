// SPDX-License-Identifier: MIT
#include "kernels/bench/residency.hpp"

#include "sim/simt/limits.hpp"
#include "sim/simt/occupancy.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <limits>

namespace lockstep::bench {

namespace {

using protocol::OccupancyInfo;

/// A launch whose threads cannot be counted is refused later, by the simulator.
int threads_of(const simt::Launch& launch) {
    const double threads = 1.0 * launch.block[0] * launch.block[1] * launch.block[2];
    return static_cast<int>(std::min(threads, 1e9));
}

void put(OccupancyInfo& info, const simt::Device& device, const simt::Occupancy& found) {
    info.blocks_per_sm = found.blocks_per_sm;
    info.warps_per_block = found.warps_per_block;
    info.fraction = found.fraction;
    info.resident_blocks = simt::resident_blocks(device, found);
    info.impossible = found.impossible;
    for (const simt::Limiter limiter : found.limiters)
        info.limiters.emplace_back(simt::name_of(limiter));
}

bool same_launch(const OccupancyInfo& a, const OccupancyInfo& b) {
    return a.figures.kernel == b.figures.kernel && a.warps_per_block == b.warps_per_block &&
           a.shared_bytes == b.shared_bytes;
}

} // namespace

Result<Residency> Residency::create(const protocol::SimulateRequest& request) {
    Residency residency;
    LOCKSTEP_TRY(residency.m_device, simt::device_of(request.device));
    residency.m_figures = request.figures;
    return residency;
}

void Residency::know(const Result<std::string>& ptxas_log) {
    m_figures = ptxas_log ? read_ptxas_log(*ptxas_log) : std::vector<KernelFigures>();
    if (ptxas_log)
        m_unknown = fmt::format("ptxas said nothing of it for sm_{}.", sm());
    else
        m_unknown = Error{ptxas_log.error().where, ptxas_log.error().what, ""}.text();
}

int Residency::wave_of(const simt::Program& program, const simt::Launch& launch) {
    OccupancyInfo info;
    info.figures.kernel = program.function(program.entry_code()).name;
    info.figures.shared_bytes = static_cast<int>(
        std::min<std::uint64_t>(program.static_shared_bytes, std::numeric_limits<int>::max()));
    const KernelFigures* const known = figures_for(m_figures, info.figures.kernel, sm());
    if (known != nullptr) info.figures = *known;
    const std::int64_t shared =
        info.figures.shared_bytes + static_cast<std::int64_t>(std::min<std::uint64_t>(
                                        launch.shared_bytes, std::numeric_limits<int>::max()));
    info.shared_bytes = static_cast<double>(shared);
    const int threads = threads_of(launch);
    if (known != nullptr) {
        put(info, m_device, simt::occupancy(m_device, threads, known->registers, shared));
        info.fewest_per_sm = info.blocks_per_sm;
    } else {
        const simt::OccupancyRange range = simt::occupancy_range(m_device, threads, shared);
        put(info, m_device, range.most);
        info.fewest_per_sm = range.least.blocks_per_sm;
        info.unknown = m_unknown;
    }
    if (std::ranges::none_of(m_seen, [&](const auto& one) { return same_launch(one, info); }))
        m_seen.push_back(info);
    return std::max(1, info.resident_blocks);
}

std::vector<KernelFigures> Residency::figures() const {
    std::vector<KernelFigures> figures;
    std::ranges::copy_if(m_figures, std::back_inserter(figures), [&](const KernelFigures& known) {
        return std::ranges::any_of(
            m_seen, [&](const OccupancyInfo& seen) { return seen.figures.kernel == known.kernel; });
    });
    return figures;
}

} // namespace lockstep::bench
