// SPDX-License-Identifier: MIT
// What the lab's plot shows, worked out from the session before anything is drawn: axes, series
// with their strength, ghosts, guesses, zones. No window.
#pragma once

#include "app/experiment/queries.hpp"
#include "app/pages/lesson/axis.hpp"
#include "app/pages/lesson/handles.hpp"
#include "app/pages/lesson/stage.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lockstep::lab {

struct SeriesShown {
    const Series* series = nullptr;
    const Run* run = nullptr; ///< of which it is
    Provenance provenance = Provenance::Measured;
    int shape = 0;      ///< shell::draw_mark's: variants of one run differ in it, and so do runs
    float strength = 1; ///< 1 as it stands, less for other settings
    bool ghost = false; ///< one of the last settings: never chosen, no whiskers
    bool laid_over = false; ///< of another machine or day: whiskers, but never chosen
    int dash = 0;           ///< of its line, where runs lie over each other: shell::draw_run_line's
    std::string label;      ///< ghosts: their setting; several variants: the variant's word
    std::string legend;     ///< "measured, now", "recorded, 16 cores, 2026-11-20"; empty for ghosts
};

struct GuessShown {
    std::vector<HandleSet> points; ///< by rising x, the given point among them
    bool second = false;           ///< a later guess, beside the first
    bool other_setting = false;    ///< made for other sliders: faint
};

struct PlotPlan {
    Axis x, y;
    std::vector<double> measurable; ///< x that this machine can be asked for
    std::optional<double> beyond;   ///< x at which the zone beyond this machine begins
    std::optional<double> siblings; ///< x after which hyperthreads and slow cores work along
    std::optional<double> baseline; ///< its height, drawn as a line
    std::string baseline_words, below_baseline; ///< what stands above and below that line
    bool diagonal = false;                      ///< p workers, p times
    std::vector<Series> models;
    std::vector<Series> offered; ///< curves that a class votes on, numbered
    std::vector<SeriesShown> series;
    std::vector<GuessShown> guesses;
    Pencil pencil() const; ///< points into this plan: keep it alive
    std::vector<double> handles;
    std::vector<double> places; ///< every x that has something: handles, and runs laid over
    std::optional<HandleSet> given;
};

/// `model_curves` and `sliders` come from the session's queries.
PlotPlan plan_of(const Session& session, const Stage& stage);

/// From the pilot alone, or disturbed: its value is no estimate yet.
bool is_unsettled(const Estimate& estimate);

/// The y range that empty axes have: the lesson's, else from the model, else from the quantity.
void set_empty_range(Axis& y, const content::Experiment& experiment,
                     const std::vector<Series>& models, double most_workers);
/// The axis, widened so that every value lies on it; unchanged when they all do.
void include_values(Axis& y, const std::vector<double>& values);

/// Measurable x and, for a sweep over workers, doublings beyond them as far as the lesson goes.
std::vector<double> handle_places(const content::Experiment& experiment,
                                  const std::vector<double>& measurable);

/// The guess as points of a curve, with the given one.
GuessShown guess_shown(const Guess& guess, const std::optional<HandleSet>& given,
                       const Values& now);

} // namespace lockstep::lab
