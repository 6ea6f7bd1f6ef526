// SPDX-License-Identifier: MIT
// The scheduler's loop, and the closed form that it is held against.
#include "sim/simt/latency_hiding.hpp"

#include "sim/base/assert.hpp"

#include <algorithm>

namespace lockstep::simt {

namespace {

struct WaitingWarp {
    std::size_t step = 0;      ///< next one
    std::int64_t ready_at = 0; ///< first cycle in which it can issue
};

class Scheduler {
  public:
    Scheduler(std::span<const PatternStep> pattern, int warps)
        : m_pattern(pattern), m_warps(static_cast<std::size_t>(warps)) {}

    std::span<const WaitingWarp> warps() const { return m_warps; }

    /// The warp whose turn it is in this cycle, or -1.
    int choose(std::int64_t cycle) const {
        if (m_warps[m_last].ready_at <= cycle)
            return static_cast<int>(m_last);
        const auto youngest =
            std::ranges::find_if(m_warps.rbegin(), m_warps.rend(),
                                 [&](const WaitingWarp& warp) { return warp.ready_at <= cycle; });
        return static_cast<int>(m_warps.rend() - youngest) - 1;
    }

    void issue(int chosen, std::int64_t cycle) {
        WaitingWarp& warp = m_warps[static_cast<std::size_t>(chosen)];
        const int latency = m_pattern[warp.step].latency_cycles;
        warp.step = (warp.step + 1) % m_pattern.size();
        warp.ready_at = cycle + (m_pattern[warp.step].needs_previous ? latency : 1);
        m_last = static_cast<std::size_t>(chosen);
    }

  private:
    std::span<const PatternStep> m_pattern;
    std::vector<WaitingWarp> m_warps;
    std::size_t m_last = 0; ///< who issued last
};

void check(std::span<const PatternStep> pattern, int warps) {
    LOCKSTEP_ASSERT(!pattern.empty(), "A warp repeats at least one instruction.");
    LOCKSTEP_ASSERT(warps > 0, "A scheduler is asked about at least one warp.");
    for (const PatternStep& step : pattern)
        LOCKSTEP_ASSERT(step.latency_cycles > 0, "An answer takes at least one cycle.");
}

void record(const Scheduler& scheduler, int chosen, int cycle, IssueTimeline& timeline) {
    for (int w = 0; w < timeline.warps; ++w) {
        const WaitingWarp& warp = scheduler.warps()[static_cast<std::size_t>(w)];
        Cell& cell =
            timeline.cells[static_cast<std::size_t>(w) * static_cast<std::size_t>(timeline.cycles) +
                           static_cast<std::size_t>(cycle)];
        cell.step = static_cast<std::uint16_t>(warp.step);
        cell.state = w == chosen              ? WarpState::Issuing
                     : warp.ready_at <= cycle ? WarpState::Ready
                                              : WarpState::Waiting;
    }
}

} // namespace

std::vector<PatternStep> load_then_arithmetic(int load_cycles, int arithmetic_cycles,
                                              int arithmetic, NextLoad next) {
    std::vector<PatternStep> pattern{{"load", load_cycles, next == NextLoad::NeedsResult}};
    for (int i = 0; i < arithmetic; ++i)
        pattern.push_back({"arithmetic", arithmetic_cycles, true});
    return pattern;
}

int round_cycles(std::span<const PatternStep> pattern) {
    check(pattern, 1);
    int cycles = 0;
    int before = pattern.back().latency_cycles;
    for (const PatternStep& step : pattern) {
        cycles += step.needs_previous ? before : 1;
        before = step.latency_cycles;
    }
    return cycles;
}

double utilisation_bound(std::span<const PatternStep> pattern, int warps) {
    check(pattern, warps);
    const double instructions = static_cast<double>(pattern.size());
    return std::min(1.0, warps * instructions / round_cycles(pattern));
}

int warps_needed(std::span<const PatternStep> pattern) {
    const int instructions = static_cast<int>(pattern.size());
    return (round_cycles(pattern) + instructions - 1) / instructions;
}

IssueTimeline issue_timeline(std::span<const PatternStep> pattern, int warps, int cycles) {
    check(pattern, warps);
    LOCKSTEP_ASSERT(cycles > 0, "A timeline has at least one cycle.");
    IssueTimeline timeline;
    timeline.warps = warps;
    timeline.cycles = cycles;
    timeline.cells.resize(static_cast<std::size_t>(warps) * static_cast<std::size_t>(cycles));
    Scheduler scheduler(pattern, warps);
    int issued = 0;
    for (int cycle = 0; cycle < cycles; ++cycle) {
        const int chosen = scheduler.choose(cycle);
        record(scheduler, chosen, cycle, timeline);
        if (chosen < 0)
            continue;
        scheduler.issue(chosen, cycle);
        ++issued;
    }
    timeline.utilisation = static_cast<double>(issued) / cycles;
    return timeline;
}

SteadyState steady_state(std::span<const PatternStep> pattern, int warps) {
    check(pattern, warps);
    // A round takes as long as its answers, or as its instructions of all warps one by one.
    const std::int64_t round = std::max<std::int64_t>(
        round_cycles(pattern), warps * static_cast<std::int64_t>(pattern.size()));
    Scheduler scheduler(pattern, warps);
    std::int64_t issued = 0, ready = 0;
    for (std::int64_t cycle = 0; cycle < 32 * round; ++cycle) {
        const bool counts = cycle >= 16 * round;
        if (counts)
            ready += std::ranges::count_if(scheduler.warps(), [&](const WaitingWarp& warp) {
                return warp.ready_at <= cycle;
            });
        const int chosen = scheduler.choose(cycle);
        if (chosen < 0)
            continue;
        scheduler.issue(chosen, cycle);
        issued += counts ? 1 : 0;
    }
    const auto slots = static_cast<double>(16 * round);
    return {static_cast<double>(issued) / slots, static_cast<double>(ready) / slots};
}

double steady_utilisation(std::span<const PatternStep> pattern, int warps) {
    return steady_state(pattern, warps).used;
}

} // namespace lockstep::simt
