// SPDX-License-Identifier: MIT
// The text styles of the window: Inter for interface and lessons, JetBrains Mono for code. Sizes
// are pixels at a text scale of 100 %; em() turns every other length into pixels at the scale of
// now.
#pragma once

#include "sim/base/result.hpp"

#include <imgui.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace lockstep::shell {

enum class TextStyle {
    Title,           ///< 27 bold: the lesson's title
    Section,         ///< 19 semibold
    Brand,           ///< 17 bold: the name of the program, figures in tiles
    Body,            ///< 16
    BodyStrong,      ///< 16 semibold
    BodyItalic,      ///< 16 italic
    Button,          ///< 15 semibold
    Interface,       ///< 14: rail, choices, legends
    InterfaceStrong, ///< 14 semibold
    Label,           ///< 13: labels of sliders, plots, status line
    LabelStrong,     ///< 13 semibold
    Small,           ///< 12: ticks, ends of sliders; nothing is smaller
    SmallStrong,     ///< 12 semibold
    Code,            ///< 13 JetBrains Mono
    CodeStrong,      ///< 13 JetBrains Mono bold
    CodeSmall,       ///< 12 JetBrains Mono
};

/// Loads the fonts of this folder. Called once, by the runner, when Dear ImGui wants its fonts.
Result<void> load_fonts(const std::filesystem::path& folder);

/// The scale of now: the learner's text size (0.8 .. 3.0; 1.6 at least while presenting) times that
/// of the screen. Set between frames.
void set_text_scale(float learner_scale, float screen_scale);
float text_scale();

/// A length that follows the text: `at_100_percent` pixels, times the scale, rounded to pixels.
float em(float at_100_percent);

ImFont* font_of(TextStyle style);
/// The size of the letters at 100 %, as typographers count it: 16 for Body.
float size_of(TextStyle style);
/// The same in Dear ImGui's counting (ascender to descender), for PushFont and AddText at 100 %.
float imgui_size_of(TextStyle style);
/// Baseline to baseline, in pixels at the scale of now: 1.5 times the size for Body.
float line_height(TextStyle style);
/// Height of one line without leading: what text() takes.
float text_height(TextStyle style);

/// `TextScope scope(TextStyle::Label);` everything drawn until the brace is in that style.
class TextScope {
  public:
    explicit TextScope(TextStyle style);
    ~TextScope();
    TextScope(const TextScope&) = delete;
    TextScope& operator=(const TextScope&) = delete;
};

/// One line at the cursor.
void text(TextStyle style, ImU32 colour, std::string_view words);
/// Wrapped at the content width, or at `width` pixels where it is not 0; line height as look.md
/// says.
void text_wrapped(TextStyle style, ImU32 colour, std::string_view words, float width = 0);
/// One line in which every digit is as wide as a 0, so that a changing value does not tremble.
void text_tabular(TextStyle style, ImU32 colour, std::string_view words);

ImVec2 text_extent(TextStyle style, std::string_view words, float wrap_width = 0);
float tabular_width(TextStyle style, std::string_view words);

/// The same three, anywhere on a draw list; `align` 0 is left of the point, 0.5 centred, 1 right.
void draw_text(ImDrawList& list, TextStyle style, ImVec2 at, ImU32 colour, std::string_view words,
               float align = 0);
void draw_text_wrapped(ImDrawList& list, TextStyle style, ImVec2 at, ImU32 colour,
                       std::string_view words, float wrap_width);
void draw_text_tabular(ImDrawList& list, TextStyle style, ImVec2 at, ImU32 colour,
                       std::string_view words, float align = 0);

/// A value for the learner: "1.33", "20 µs", "1 ms", "0.05 µs", "50 %"; at most `digits`
/// significant. `unit` is one of sim/base/units, "share" (shown as per cent), or empty.
std::string value_words(double value, std::string_view unit, int digits = 3);

} // namespace lockstep::shell
