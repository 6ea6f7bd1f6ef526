// SPDX-License-Identifier: MIT
// The visible parts of the lab's column, each a function that draws at the cursor and answers with
// commands. What they show is worked out once a frame in a LabView.
#pragma once

#include "app/pages/lesson/plan.hpp"
#include "app/pages/lesson/stage.hpp"

#include <imgui.h>

namespace lockstep::lab {

/// What all parts of the lab look at in this frame.
struct LabView {
    const Session& session;
    Stage stage;
    PlotPlan plan;
    Button button;
    shell::ShownPoint chosen; ///< only once something was measured
};
LabView look_at(const Session& session);

void draw_controls(const LabView& view, Commands& commands);
/// The card with tabs, legend, menu and plot; `height` in pixels with its border.
void draw_plot_card(const LabView& view, Commands& commands, float height);
/// Legend beside the tabs, from `left` on, where there is room; else under them, at `below`.
void draw_legend(const LabView& view, float left, float right, float below);
/// What tabs on several lines take beyond the first of them, at the width of now.
float further_tabs_height(const LabView& view);
void draw_line_below(const LabView& view, Commands& commands);
/// How many lines that takes at the width of now.
int lines_below(const LabView& view);
void draw_strip_card(const LabView& view, Commands& commands);
bool has_strip(const LabView& view);
void draw_views_card(const LabView& view, Commands& commands);
/// Enter, R, Esc: what the button's key says.
void handle_lab_keys(const LabView& view, Commands& commands);
/// The three dots: save, copy, zoom back, open a run, take away what lies over.
void draw_menu(const LabView& view, Commands& commands);
/// The field for the path of a run file, once the menu or Ctrl + O asked for it.
void draw_open_run(Commands& commands);
/// Ctrl + S saves the run, Ctrl + O opens one.
void handle_file_keys(const LabView& view, Commands& commands);

/// How long the model takes to draw itself, and the name of that motion.
inline constexpr float model_s = 0.9f;
std::string model_motion(const LabView& view);

/// Goes on with a picture that the menu asked for: of this rectangle, in a frame without the menu.
void take_picture(ImVec2 low, ImVec2 high, Commands& commands);

/// The zoom of the open experiment's plot.
Zoom zoom_of(const LabView& view);

/// Moves on to 14 px under the card before, whatever the layout's own spacing is. An item must
/// follow.
void leave_gap(float at_100_percent = 14);

/// Whether keys belong to the lab now: nobody types, no popup is open, and the keyboard's focus is
/// on `item` or nowhere that is visible.
bool keys_are_free(ImGuiID item);

} // namespace lockstep::lab
