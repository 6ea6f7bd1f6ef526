// SPDX-License-Identifier: MIT
// A kernel on the card against the same kernel in the simulator, and against serial.
#pragma once

#include "kernels/bench/card_plan.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lockstep::on_card {

struct SameBytes {
    int compared = 0;                     ///< settings times inputs
    std::vector<std::string> differences; ///< each with settings, input, and where first
};

/// All four inputs of each of the compared settings. `folder` holds the PTX, `cores` simulate. What
/// cannot be run or simulated is a difference.
SameBytes compare_bytes(const Variant& variant, const bench::CardModuleMaker& card,
                        const std::filesystem::path& folder, int cores);

} // namespace lockstep::on_card
