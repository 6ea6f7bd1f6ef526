// SPDX-License-Identifier: MIT
// Whether the warps that a card holds of a kernel hide the latency of its loads: one scheduler with
// the card's published latencies, played slot by slot. A model: no card was asked.
#pragma once

#include "app/experiment/card_fit.hpp"
#include "sim/simt/latency_hiding.hpp"

#include <string>
#include <vector>

namespace lockstep {

/// What a warp of the kernel does on average, by its counts.
struct LoadPattern {
    double arithmetic = 0;  ///< other warp instructions for each load
    bool of_shared = false; ///< it reads shared memory: that level is told, too
    bool known = false;     ///< false: the kernel loads nothing
};
LoadPattern load_pattern(const Counted& counted);

/// Where a load may be answered, and what follows.
struct LatencyFit {
    std::string level;            ///< "L2"
    const simt::Latency* latency; ///< of the card, with its source
    simt::SteadyState state;
    int warps = 0;  ///< that each scheduler holds
    int enough = 0; ///< below so many no scheduler can fill all its slots
};

/// From the nearest level to the furthest; empty where the kernel loads nothing or does not fit.
std::vector<LatencyFit> latency_fits(const CardFit& fit, const LoadPattern& pattern);

/// "For each load a warp of it issues 11 other instructions; each of the SM's 4 schedulers holds 12
/// warps."
std::string pattern_words(const CardFit& fit, const LoadPattern& pattern);

} // namespace lockstep
