// SPDX-License-Identifier: MIT
#include "app/experiment/latency_fit.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep {

namespace {

/// More would be played for longer than a frame lasts, and are hardly different.
constexpr int most_arithmetic = 256;

int warps_of_scheduler(const CardFit& fit) {
    const int schedulers = std::max(1, fit.card->schedulers_per_sm);
    return fit.found.warps_per_sm / schedulers;
}

int arithmetic_of(const LoadPattern& pattern) {
    return std::clamp(static_cast<int>(std::lround(pattern.arithmetic)), 0, most_arithmetic);
}

} // namespace

LoadPattern load_pattern(const Counted& counted) {
    const auto count = [&](const char* name) { return value_of(counted.counters, name, 0); };
    const double loads = count("global_load_requests");
    LoadPattern pattern;
    pattern.known = loads > 0;
    pattern.of_shared = count("shared_requests") > 0;
    if (pattern.known)
        pattern.arithmetic = std::max(0.0, count("instructions_executed") / loads - 1);
    return pattern;
}

std::vector<LatencyFit> latency_fits(const CardFit& fit, const LoadPattern& pattern) {
    std::vector<LatencyFit> fits;
    const int warps = warps_of_scheduler(fit);
    if (!pattern.known || warps < 1)
        return fits;
    const auto add = [&](const char* level, const simt::Latency& latency) {
        if (latency.cycles < 1)
            return;
        const auto steps = simt::load_then_arithmetic(
            latency.cycles, std::max(1, fit.card->arithmetic.cycles), arithmetic_of(pattern));
        fits.push_back(
            {level, &latency, simt::steady_state(steps, warps), warps, simt::warps_needed(steps)});
    };
    if (pattern.of_shared)
        add("shared memory", fit.card->shared);
    add("L1", fit.card->l1_hit);
    add("L2", fit.card->l2_hit);
    add("memory", fit.card->dram);
    return fits;
}

std::string pattern_words(const CardFit& fit, const LoadPattern& pattern) {
    const int warps = warps_of_scheduler(fit);
    return fmt::format("For each load a warp of it issues {} other instructions; each of the SM's "
                       "{} schedulers holds {} warp{}.",
                       format_number(pattern.arithmetic, 2), fit.card->schedulers_per_sm, warps,
                       warps == 1 ? "" : "s");
}

} // namespace lockstep
