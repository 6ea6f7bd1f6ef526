// SPDX-License-Identifier: MIT
// The plot while it is being drawn: its plan, its place in pixels, and the parts that draw on it.
// Everything is drawn between shell::begin_plot and shell::end_plot.
#pragma once

#include "app/pages/lesson/lab.hpp"
#include "app/shell/plot_style.hpp"

#include <imgui.h>
#include <vector>

namespace lockstep::lab {

struct Canvas {
    const LabView& view;
    ImDrawList& list;
    ImVec2 low, high;          ///< pixels: left top and right bottom of the plot's inside
    shell::LabelPlacer labels; ///< where no label may go any more
    ImVec2 pixel(double x, double y) const;
    std::vector<ImVec2> pixels(const Series& series) const;
    std::vector<ImVec2> pixels(const GuessShown& guess) const;
    bool inside(ImVec2 at) const;
    /// Where the mark of an estimate stands: one without a time lies low on its x, an unsettled one
    /// beyond the axis at its edge.
    ImVec2 mark(const Estimate& estimate) const;
    bool is_beyond(const Estimate& estimate) const;
};

/// WRONG and unavailable points have no time.
bool has_value(const Estimate& estimate);

// ---- canvas_ground.cpp: what lies behind the marks
// ------------------------------------------------
void draw_zones(Canvas& canvas);
void draw_baseline(Canvas& canvas);
void draw_baseline_words(Canvas& canvas);
void draw_diagonal(Canvas& canvas);
// ---- canvas_series.cpp
// ------------------------------------------------------------------------------
void draw_models(Canvas& canvas);
void draw_guesses(Canvas& canvas);
void draw_series(Canvas& canvas);
void draw_drop(Canvas& canvas);
// ---- canvas_callout.cpp, canvas_labels.cpp
// ------------------------------------------------------------------------------
void draw_callout(Canvas& canvas);
void draw_labels(Canvas& canvas);
// ---- canvas_guess.cpp: while a guess is being drawn
// -----------------------------------------------
void draw_given(Canvas& canvas);
void draw_draft(Canvas& canvas);
void draw_offered(Canvas& canvas); // canvas_offered.cpp
void draw_pencil(Canvas& canvas);
void draw_readout(Canvas& canvas);

// ---- input.cpp
// ----------------------------------------------------------------------------------------
/// The item that lies over the plot and takes mouse and keys; drawn after the plot.
void handle_plot_input(const LabView& view, ImVec2 low, ImVec2 high, Commands& commands);
/// Its id of the last frame, for keys that belong to it; 0 before the first.
ImGuiID plot_item();
/// What is being typed for the chosen handle, empty when nothing is.
const std::string& typed_text();

} // namespace lockstep::lab
