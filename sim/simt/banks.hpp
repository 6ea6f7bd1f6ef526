// SPDX-License-Identifier: MIT
// Shared memory has 32 banks of 4-byte words; in one pass a bank gives one word, to whichever lanes
// want it. Accesses of 64 bits a lane go by half-warps, those of 128 by quarter-warps.
#pragma once

#include "sim/simt/survey.hpp"

namespace lockstep::simt {

struct Passes {
    int passes = 0;
    int without_conflict = 0; ///< what an access of that width and those lanes needs at best
};

/// `size` is what one lane accesses, in bytes.
Passes count_passes(const std::uint64_t* addresses, Mask on, const Survey& survey,
                    std::uint32_t size);

} // namespace lockstep::simt
