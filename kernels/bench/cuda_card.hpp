// SPDX-License-Identifier: MIT
// Whether there is a card, what it is, and timing variants there. Nothing is asked of CUDA before
// the first variant or passport wants it: its start takes longer than the bench's.
#pragma once

#include "kernels/measure/side.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lockstep::bench {

struct GpuFacts {
    bool present = false;
    std::string words; ///< its name, or why there is none
};

/// Starts CUDA on the first call.
GpuFacts ask_card();

/// A card that is present, as the CUDA runtime describes it. What it does not say is 0.
struct CardFacts {
    int sm = 0; ///< 90 for compute capability 9.0
    int sms = 0;
    double core_mhz = 0, memory_mhz = 0;         ///< the highest clocks that it has
    double memory_gib = 0;                       ///< in all
    int driver_version = 0, runtime_version = 0; ///< 13000 is CUDA 13.0
};
Result<CardFacts> card_facts();

/// Uploads, launches and times a variant (card_plan.hpp). Without a card the reason, which GpuFacts
/// has, too.
Result<std::unique_ptr<Runner>> card_runner(const Variant& variant, const Problem& problem,
                                            const std::filesystem::path& folder);

} // namespace lockstep::bench
