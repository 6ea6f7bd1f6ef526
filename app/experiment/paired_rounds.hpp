// SPDX-License-Identifier: MIT
// Rounds in which two points were both timed: what comparisons are made of (measuring rule 3).
#pragma once

#include "app/experiment/run.hpp"

#include <vector>

namespace lockstep {

/// One round in which both sides were timed; indices into the columns of the two points. The same
/// index twice where there is no baseline.
struct RoundPair {
    int round = 0;
    std::size_t baseline = 0, variant = 0;
    bool pilot = false, disturbed = false;
};

/// Rounds that count, rising: those after the pilot, or the pilot's own while there are no others.
/// Samples that a redraw touched are left out; of samples taken again the last counts.
std::vector<RoundPair> paired_rounds(const Point* baseline, const Point& variant);

/// The pilot's rounds alone, rising.
std::vector<RoundPair> pilot_rounds(const Point* baseline, const Point& variant);

} // namespace lockstep
