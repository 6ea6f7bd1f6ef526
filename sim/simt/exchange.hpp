// SPDX-License-Identifier: MIT
// What shfl, vote, match, redux and bar.warp.sync do once all their lanes have come.
#pragma once

#include "sim/simt/warp.hpp"

#include <span>

namespace lockstep::simt {

/// Lanes that came together; several of them when they came by different ways.
struct Participant {
    std::byte* slots;
    const Exchange* use;
    Mask lanes;
};

void perform(Warp& warp, const Step& step, std::span<const Participant> participants, Mask members);

} // namespace lockstep::simt
