// SPDX-License-Identifier: MIT
// The only place where a Launch meets a card. Nothing is asked of CUDA before the first variant or
// passport wants it: its start takes longer than the bench's.
#pragma once

#include "kernels/measure/side.hpp"

#include <filesystem>
#include <string>

namespace lockstep::bench {

struct GpuFacts {
    bool present = false;
    std::string words; ///< its name, or why there is none
};

/// Starts CUDA on the first call.
GpuFacts ask_card();

/// Loads <module>_<file>.fatbin from `folder`, uploads, launches and times a variant. Without a
/// card the reason, which GpuFacts has, too.
Result<std::unique_ptr<Runner>> card_runner(const Variant& variant, const Problem& problem,
                                            const std::filesystem::path& folder);

} // namespace lockstep::bench
