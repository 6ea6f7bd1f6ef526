// SPDX-License-Identifier: MIT
// Which runs the plot shows, and as what: the lab's own, its last settings as ghosts, and those
// laid over it. No window.
#pragma once

#include "app/pages/lesson/plan.hpp"

namespace lockstep::lab {

/// Adds their series to the plan, those behind first.
void add_runs(PlotPlan& plan, const Session& session, const Stage& stage, const Values& now,
              const std::vector<SliderShown>& sliders);

/// Whether runs laid over are in sight. What others measured would give a guess away, so that they
/// come with Compare, and not while a curve is being drawn.
bool shows_laid_over(const Stage& stage);

/// What the chosen mark is against each run laid over: "this machine, 2026-11-20 14:05: this run
/// 1.88, that one 1.72: 1.09 times as much (unpaired, 1.05 to 1.13)". Empty where none has a mark
/// there.
std::vector<std::string> compared_words(const Session& session, const Stage& stage,
                                        const Series& series, const Estimate& estimate);

} // namespace lockstep::lab
