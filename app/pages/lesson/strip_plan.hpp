// SPDX-License-Identifier: MIT
// The gap of the chosen point as one bar: what each piece is called, how long it is, and the
// product beside it. No window; kernels' factors come from sim/stats.
#pragma once

#include "app/content/lesson.hpp"
#include "app/experiment/run.hpp"
#include "sim/stats/gap.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lockstep::lab {

struct StripPart {
    stats::GapPiece piece = stats::GapPiece::Useful;
    double begin = 0, length = 0; ///< in workers (lanes, times); a gain has a negative length
    std::string words;            ///< "serial part 0.660 (× 0.667)"
    bool largest = false;         ///< the loss whose sentence is shown
};

struct StripPlan {
    std::vector<StripPart> parts;
    double bar = 0;    ///< p: where the bar would end with no loss and no gain
    double drawn = 0;  ///< sum of the positive lengths: what the drawing must hold, at least `bar`
    std::string title; ///< "Where two workers went, at 50 %"
    std::string product;  ///< "2 × 0.667 × 0.998 × 1.000 = 1.331"
    std::string sentence; ///< of the largest loss; empty when nothing was lost
    std::string loss;     ///< its name as a factor ("coordination"); empty when it is none
    std::string copies;   ///< what a card's copies would make of it; empty where nothing is known
};

/// The switch that makes the strip's loss go away; null where the experiment has none, or where it
/// stands so already.
const content::Cure* cure_of(const StripPlan& strip, const content::Experiment& experiment,
                             const Values& now);

/// What the plot's mark says of the product: the speedup itself, or its inverse.
enum class MarkIs { Speedup, RelativeTime, Time };

/// None when the estimate carries no factors. A variant that counts its lanes has its rate taken
/// apart; a card's bar is as long as its kernel alone would be fast. `x_phrase` is where the point
/// stands ("50 %"), or empty; `baseline` the variant that was chosen to compare with, or empty.
std::optional<StripPlan> strip_plan(const Estimate& estimate, MarkIs mark,
                                    const std::string& x_phrase, const std::string& baseline = {});

} // namespace lockstep::lab
