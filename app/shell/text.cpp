// SPDX-License-Identifier: MIT
// Text at the cursor and on a draw list, in the styles of type.hpp.
#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"
#include "app/shell/unit_breaks.hpp"
#include "sim/base/units.hpp"

#include <cmath>

namespace lockstep::shell {

namespace {

float pixels_of(TextStyle style) {
    return imgui_size_of(style) * text_scale();
}

/// The end of a line that would stand between a number and its unit: before the number, where
/// there is something before it.
const char* before_unit(const char* line, const char* stop, const char* end) {
    if (!parts_unit({line, end}, static_cast<std::size_t>(stop - line)))
        return stop;
    const char* space = stop;
    while (space > line && space[-1] != ' ')
        --space;
    return space > line ? space - 1 : stop;
}

/// Calls `line(begin, end, index)` for every line that fits into `width`; returns their number.
template <class Line>
int each_line(TextStyle style, std::string_view words, float width, Line line) {
    ImFont* font = font_of(style);
    const char *at = words.data(), *end = at + words.size();
    int count = 0;
    while (at < end) {
        const char* stop = font->CalcWordWrapPosition(pixels_of(style), at, end, width);
        if (stop == at)
            ++stop; // a word wider than the column
        stop = before_unit(at, stop, end);
        line(at, stop, count++);
        at = stop;
        while (at < end && *at == ' ')
            ++at;
        if (at < end && *at == '\n')
            ++at;
    }
    return count;
}

} // namespace

ImVec2 text_extent(TextStyle style, std::string_view words, float wrap_width) {
    const char* end = words.data() + words.size();
    if (wrap_width <= 0)
        return font_of(style)->CalcTextSizeA(pixels_of(style), FLT_MAX, 0, words.data(), end);
    float widest = 0;
    const int lines =
        each_line(style, words, wrap_width, [&](const char* from, const char* to, int) {
            widest = std::max(
                widest, font_of(style)->CalcTextSizeA(pixels_of(style), FLT_MAX, 0, from, to).x);
        });
    return {widest, static_cast<float>(lines) * line_height(style)};
}

float tabular_width(TextStyle style, std::string_view words) {
    return text_extent(style, words).x;
}

void draw_text(ImDrawList& list, TextStyle style, ImVec2 at, ImU32 colour, std::string_view words,
               float align) {
    if (align != 0)
        at.x -= std::round(text_extent(style, words).x * align);
    list.AddText(font_of(style), pixels_of(style), at, colour, words.data(),
                 words.data() + words.size());
}

void draw_text_wrapped(ImDrawList& list, TextStyle style, ImVec2 at, ImU32 colour,
                       std::string_view words, float wrap_width) {
    const float advance = line_height(style), lead = (advance - text_height(style)) / 2;
    each_line(style, words, wrap_width, [&](const char* from, const char* to, int index) {
        const ImVec2 line_at{at.x, std::round(at.y + static_cast<float>(index) * advance + lead)};
        list.AddText(font_of(style), pixels_of(style), line_at, colour, from, to);
    });
}

void draw_text_tabular(ImDrawList& list, TextStyle style, ImVec2 at, ImU32 colour,
                       std::string_view words, float align) {
    draw_text(list, style, at, colour, words, align);
}

void text(TextStyle style, ImU32 colour, std::string_view words) {
    TextScope scope(style);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopStyleColor();
}

void text_wrapped(TextStyle style, ImU32 colour, std::string_view words, float width) {
    if (width <= 0)
        width = ImGui::GetContentRegionAvail().x;
    const ImVec2 size = text_extent(style, words, std::max(width, 1.0f));
    draw_text_wrapped(*ImGui::GetWindowDrawList(), style, ImGui::GetCursorScreenPos(), colour,
                      words, std::max(width, 1.0f));
    ImGui::Dummy(size);
}

void text_tabular(TextStyle style, ImU32 colour, std::string_view words) {
    text(style, colour, words);
}

std::string value_words(double value, std::string_view unit, int digits) {
    return format_quantity(value, unit, digits);
}

} // namespace lockstep::shell
