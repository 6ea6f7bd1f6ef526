// SPDX-License-Identifier: MIT
// The controls of the window. Each draws itself at the cursor, returns what the learner did and
// keeps nothing; each takes the keyboard's focus and shows it. Labels may end in "##id" as in Dear
// ImGui.
#pragma once

#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::shell {

// ---- surfaces
// --------------------------------------------------------------------------------------

/// A card: surface, radius 12, border of 1 px, padding 18 by 14. A height of 0 follows the content;
/// a width of 0 takes what there is. Always paired with end_card().
void begin_card(const char* id, ImVec2 size = {0, 0});
void end_card();
/// Code or another quoted thing: code_surface, no border. Paired with end_panel().
void begin_panel(const char* id, ImVec2 size = {0, 0});
void end_panel();
/// Text with a bar of the colour at its left: refutations, "you were right".
void begin_quote(const char* id, ImU32 colour);
void end_quote();
/// A notice: sentence, its first details small below, a link that copies all, a cross. True when
/// the cross was chosen.
bool notice_bar(const char* id, std::string_view sentence, std::span<const std::string> details);
void vertical_space(float at_100_percent);
/// A hairline across the content width with 14 above and below.
void rule();

// ---- actions
// ---------------------------------------------------------------------------------------

/// The one action: filled with the accent. `key` stands small beside the words ("R", "Enter").
bool primary_button(const char* label, const char* key = nullptr, bool enabled = true,
                    float width = 0);
/// An outlined button.
bool quiet_button(const char* label, bool enabled = true, float width = 0);
/// A square button with one sign: a cross, three dots, an arrow. `words` is its tooltip.
bool sign_button(const char* label, std::string_view words, bool enabled = true);
bool link(const char* label, TextStyle style = TextStyle::Body);
/// Sizes, so that a row can be laid out before it is drawn.
ImVec2 primary_button_size(const char* label, const char* key = nullptr);
ImVec2 quiet_button_size(const char* label);

// ---- values
// ----------------------------------------------------------------------------------------

struct SliderLook {
    std::string_view words; ///< "size of one piece"
    std::string_view unit;
    double low = 0, high = 1;
    bool log = false, whole = false;
    std::span<const double> stops;      ///< when not empty, only these values
    std::span<const std::string> names; ///< of the values 0, 1, ...: said instead of them
    bool enabled = true; ///< a slider that stands still is grey, and says nothing more
    float width = 0;     ///< in pixels; 0: what there is
};

struct SliderAnswer {
    double value;          ///< as it stands after this frame
    bool changed = false;  ///< this frame
    bool released = false; ///< the drag or the key stroke ended: time to run
};

/// Label at the left, value in bold at the right, thin track with a round knob, ends below. Keys:
/// left and right one step (one stop, one whole, a fiftieth of the track), with Shift a fifth of
/// that, Home and End. A slider that stands still takes no focus.
SliderAnswer slider(const char* id, const SliderLook& look, double value);
float slider_height();

/// "mixed | sorted". Returns the index chosen now; left and right keys move.
int segmented(const char* id, std::span<const std::string> choices, int chosen,
              bool enabled = true);
ImVec2 segmented_size(std::span<const std::string> choices);
/// Words in a row, in several where they need more than `room` (0: the width that there is); the
/// chosen one is strong and in the accent.
int word_tabs(const char* id, std::span<const std::string> words, int chosen, float room = 0);
float word_tabs_width(std::span<const std::string> words);
int word_tabs_lines(std::span<const std::string> words, float room);

enum class ChoiceMark { None, Right, Wrong };
/// A choice that fills the row, wrapped; Space or Enter chooses. True when it was chosen now.
bool choice_row(const char* id, std::string_view words, bool chosen, bool enabled = true,
                ChoiceMark mark = ChoiceMark::None);
/// A number typed by the learner, with a comma or a point; an answer on Enter or when the field is
/// left, nothing for what is no number.
std::optional<double> number_field(const char* id, std::optional<double> value,
                                   std::string_view unit, float width = 0);
/// Up and down arrows beside each word; returns the new order when one was moved.
std::optional<std::vector<int>> order_list(const char* id, std::span<const std::string> words,
                                           const std::vector<int>& order, bool enabled = true);
/// Returns whether it is ticked after this frame.
bool tick_box(const char* label, bool ticked);

// ---- signs
// -----------------------------------------------------------------------------------------

/// 1 Predict  2 Run  3 Compare  4 Explain, with ticks for what is done. Returns the index of a chip
/// that was chosen among those reached, else -1.
int step_chips(std::span<const char* const> names, int reached, bool finished);
/// A ring of `radius` pixels, `share` of it filled.
void draw_ring(ImDrawList& list, ImVec2 centre, float radius, float share);
void draw_tick(ImDrawList& list, ImVec2 centre, float size, ImU32 colour);
void draw_cross(ImDrawList& list, ImVec2 centre, float size, ImU32 colour);
/// A line of explanation beside the pointer, also when the item has the keyboard's focus for a
/// while.
void hint(std::string_view words);
/// The focus ring round the last item, when the keyboard is in use and the item has it.
void draw_focus(float rounding = 6);

} // namespace lockstep::shell
