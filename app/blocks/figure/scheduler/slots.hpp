// SPDX-License-Identifier: MIT
// The issue slots of one scheduler whose warps load, wait and go on: what sim/simt/latency_hiding
// plays, cut to what a picture holds. No drawing.
#pragma once

#include "sim/simt/latency_hiding.hpp"

#include <string>
#include <string_view>

namespace lockstep::scheduler {

/// Few enough to be seen as rows, and as many as a scheduler was ever given.
inline constexpr int most_warps = 64;

struct Setting {
    int in_flight = 4;
    bool chains = false; ///< each load says where the next one is, as in kernels/pointer_chase
    int latency = 24;    ///< slots until a load is answered
    int arithmetic = 3;  ///< instructions after it, each of which needs the one before
    int arithmetic_latency = 4;

    std::string_view one() const { return chains ? "chain" : "warp"; }
};

struct Slots {
    simt::IssueTimeline timeline; ///< a little more than one round
    double used = 0;              ///< share of all slots, when the beginning has worn off
    int enough = 0;               ///< below so many no scheduler can fill all slots
    int asked = 0;                ///< warps of the setting, of which most_warps are played

    /// The warp that issues in this slot, or -1: nobody could.
    int issuer(int slot) const;
};

Slots slots_of(const Setting& setting);

/// "A model: 4 warps, a load takes 24 slots, 3 instructions need it. In the long run 48 % of
/// the slots are used; it takes 9 warps to fill them."
std::string sentence_of(const Setting& setting, const Slots& slots);
/// "slot 12, warp 3: waits for its load"
std::string who_is(const Setting& setting, const Slots& slots, int warp, int slot);

} // namespace lockstep::scheduler
