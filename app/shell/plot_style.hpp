// SPDX-License-Identifier: MIT
// ImPlot, restyled: no frame, horizontal grid only, quiet ticks. And the marks and lines by which a
// provenance is known without its colour. Helpers draw on ImPlot::GetPlotDrawList() in pixels.
#pragma once

#include "app/experiment/run.hpp"
#include "app/shell/theme.hpp"

#include <imgui.h>
#include <implot/implot.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::shell {

/// A plot in the house style. Between the two, ImPlot's own functions and draw helpers may be used.
/// Axes must be set up by the caller (setup_axis for the house's look). No mouse pan or zoom unless
/// `zoom`; no legend, no menus, no title.
bool begin_plot(const char* id, ImVec2 size, bool zoom = false);
void end_plot();

enum class Scale { Linear, Doubling }; ///< Doubling: each grid line is twice the one before
struct AxisLook {
    std::string_view words; ///< "times as fast, two workers"
    double low = 0, high = 1;
    Scale scale = Scale::Linear;
    std::vector<double> ticks;           ///< empty: chosen here, about one for 60 px at 100 %
    std::vector<std::string> tick_words; ///< empty: made from the values
    bool percent = false;
    bool grid = false; ///< on for y, off for x
};
void setup_axis(ImAxis axis, const AxisLook& look);
/// The title of the y axis, from below to above; its left edge and its middle are given. ImPlot's
/// own loses thin letters: room for this one is made by a title of one space. What has no room on a
/// low plot loses its last words.
void draw_upright_title(ImDrawList& list, std::string_view title, ImVec2 left_middle, float room);
/// As many words of it from the first on as fit, with three dots for the others; the first always.
std::string first_words(std::string_view words, const std::function<bool(std::string_view)>& fits);
/// Ticks that a person would choose: 1, 2, 5 steps, or powers of two for Doubling.
std::vector<double> nice_ticks(double low, double high, Scale scale, int about);

/// Marks: measured a filled disc, recorded a hollow one, simulated a diamond, predicted a hollow
/// handle.
void draw_mark(ImDrawList& list, ImVec2 at, Provenance provenance, ImU32 colour, float radius,
               bool provisional = false);
/// The same in another shape, which tells variants of one run and runs laid over each other apart:
/// 0 the disc, 1 a square, 2 a triangle, 3 one that stands on its head. What is simulated stays a
/// diamond; `hollow` also where the provenance would fill it.
void draw_shape(ImDrawList& list, ImVec2 at, int shape, Provenance provenance, ImU32 colour,
                float radius, bool hollow);
/// The line of a run laid over another: 1 dotted, 2 in long dashes, 3 in both by turns; 0 whole.
void draw_run_line(ImDrawList& list, std::span<const ImVec2> points, int dash, ImU32 colour,
                   float width);
/// The halo round the chosen mark.
void draw_chosen(ImDrawList& list, ImVec2 at, ImU32 colour, float radius);
/// A cross for a point that is WRONG or unavailable.
void draw_missing(ImDrawList& list, ImVec2 at, ImU32 colour, float radius);
void draw_whisker(ImDrawList& list, ImVec2 low, ImVec2 high, ImU32 colour);
/// A line through the points that looks drawn by hand; the same points always wobble the same way.
void draw_hand_line(ImDrawList& list, std::span<const ImVec2> points, ImU32 colour, float width);
void draw_line(ImDrawList& list, std::span<const ImVec2> points, ImU32 colour, float width);
void draw_dashed(ImDrawList& list, std::span<const ImVec2> points, ImU32 colour, float width,
                 float dash, float gap);
/// How a provenance's line is drawn: model thin, predicted by hand, simulated dashed, measured
/// none.
void draw_series_line(ImDrawList& list, std::span<const ImVec2> points, Provenance provenance,
                      ImU32 colour);

float mark_radius();                     ///< 5 at 100 %
float line_width(Provenance provenance); ///< at least 3 px while presenting

/// A legend entry at the cursor: mark or line, and words; the next stands on the same line after
/// it. Words that are wider than `room` (0: none is asked for) take several lines.
void legend_entry(Provenance provenance, ImU32 colour, std::string_view words, int shape = 0,
                  int dash = 0, float room = 0);
/// The same for the cross of a point without a value.
void legend_entry_missing(std::string_view words);
float legend_entry_width(std::string_view words);

/// Places labels in order of importance: the first of the offers that touches nothing placed before
/// it and stays inside `bounds`; the point where it was drawn, or nothing when none fits.
class LabelPlacer {
  public:
    LabelPlacer(ImVec2 bounds_min, ImVec2 bounds_max);
    void keep_clear(ImVec2 box_min, ImVec2 box_max);
    void keep_clear(std::span<const ImVec2> line, float margin);
    /// Tries round the point: at the four sides and corners. True when it was drawn.
    bool place(ImDrawList& list, ImVec2 near_to, std::string_view words, ImU32 colour);
    /// With its upper left corner here and nowhere else. True when it was drawn.
    bool put(ImDrawList& list, ImVec2 at, std::string_view words, ImU32 colour);
    bool is_clear(ImVec2 box_min, ImVec2 box_max) const;
    /// How many of the boxes and pieces of lines to be kept clear it touches.
    int covered(ImVec2 box_min, ImVec2 box_max) const;

  private:
    struct Box {
        ImVec2 low, high;
        bool touches(const Box& other) const;
    };
    Box m_bounds;
    std::vector<Box> m_taken;
};

} // namespace lockstep::shell
