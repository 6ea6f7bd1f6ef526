// SPDX-License-Identifier: MIT
// One scheduler and its warps, cycle by cycle: who issues, who could, who waits for an answer. All
// warps repeat the same few instructions for ever.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace lockstep::simt {

inline constexpr std::string_view latency_hiding_sentence =
    "A model: every instruction always takes the same time, however many are under way, and one is "
    "issued each cycle, from the same warp until it has to wait and then from the youngest that "
    "need not. It counts issue slots, and is no forecast of a kernel's time.";

struct PatternStep {
    std::string_view name;      ///< "load"
    int latency_cycles = 1;     ///< from its issue until an instruction that needs it can issue
    bool needs_previous = true; ///< waits for the instruction before it, the first for the last
};

enum class NextLoad : std::uint8_t {
    Independent, ///< its address is known beforehand: a[i], a[i + 1], ...
    NeedsResult, ///< its address comes out of this round: a list
};

/// A load, then `arithmetic` instructions each of which needs the one before; the first needs the
/// load.
std::vector<PatternStep> load_then_arithmetic(int load_cycles, int arithmetic_cycles,
                                              int arithmetic,
                                              NextLoad next = NextLoad::Independent);

/// From one round to the next for a warp that has the scheduler to itself.
int round_cycles(std::span<const PatternStep> pattern);

/// Little's law for issue slots, min(1, warps x instructions / round_cycles): what no scheduler can
/// exceed. Warps that get ready together can keep it below; the test sweeps
/// patterns and finds at most a quarter.
double utilisation_bound(std::span<const PatternStep> pattern, int warps);
/// The fewest warps for which that bound is 1.
int warps_needed(std::span<const PatternStep> pattern);

enum class WarpState : std::uint8_t {
    Issuing, ///< this cycle is its own
    Ready,   ///< could have issued; another warp did
    Waiting, ///< its next instruction needs an answer that is under way
};

struct Cell {
    WarpState state = WarpState::Waiting;
    std::uint16_t step = 0; ///< of the pattern: what is issued, or what comes next
};

struct IssueTimeline {
    int warps = 0, cycles = 0;
    std::vector<Cell> cells; ///< warp after warp
    double utilisation = 0;  ///< of these cycles; the beginning, where all are ready, counts too

    const Cell& at(int warp, int cycle) const {
        return cells[static_cast<std::size_t>(warp) * static_cast<std::size_t>(cycles) +
                     static_cast<std::size_t>(cycle)];
    }
};

/// From cycle 0, where all warps stand before their first instruction. Greedy, then youngest (the
/// highest number): what Huerta and others 2025 found in cards (Analyzing Modern NVIDIA GPU cores,
/// section 5.1). Serving the warps in turn instead brings them into step, so that they wait
/// together.
IssueTimeline issue_timeline(std::span<const PatternStep> pattern, int warps, int cycles);

/// When the beginning has worn off, counted over 16 rounds.
struct SteadyState {
    double used = 0;  ///< share of the issue slots
    double ready = 0; ///< warps that could issue in a slot, on average; the one that does counts
};
SteadyState steady_state(std::span<const PatternStep> pattern, int warps);

/// Its `used` alone.
double steady_utilisation(std::span<const PatternStep> pattern, int warps);

} // namespace lockstep::simt
