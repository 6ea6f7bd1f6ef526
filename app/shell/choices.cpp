// SPDX-License-Identifier: MIT
// Controls that choose one of several: segments, tabs as words, rows of choices, an order, a tick.
#include "app/shell/item.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

constexpr float segment_height = 32, segment_padding = 13, tab_gap = 20;

float segment_width(std::string_view words) {
    return text_extent(TextStyle::LabelStrong, words).x + 2 * em(segment_padding);
}

/// Left and right move the choice while the last item has the focus.
int moved_by_keys(int chosen, int count) {
    if (!ImGui::IsItemFocused() || !ImGui::GetIO().NavVisible)
        return chosen;
    const ImGuiID id = ImGui::GetItemID();
    int by = 0;
    for (const auto& [key, step] : {std::pair{ImGuiKey_LeftArrow, -1}, {ImGuiKey_RightArrow, 1}}) {
        ImGui::SetKeyOwner(key, id);
        if (ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id))
            by += step;
    }
    return std::clamp(chosen + by, 0, count - 1);
}

void draw_centred(ImDrawList& list, TextStyle style, const Item& item, ImU32 colour,
                  std::string_view words) {
    const float y = std::round(item.low.y + (item.height() - text_height(style)) / 2);
    draw_text(list, style, {item.centre().x, y}, colour, words, 0.5f);
}

} // namespace

ImVec2 segmented_size(std::span<const std::string> choices) {
    float width = 0;
    for (const std::string& words : choices)
        width += segment_width(words);
    return {width, em(segment_height)};
}

int segmented(const char* id, std::span<const std::string> choices, int chosen, bool enabled) {
    const Palette& p = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 start = ImGui::GetCursorScreenPos(), whole = segmented_size(choices);
    list.AddRectFilled(start, {start.x + whole.x, start.y + whole.y}, p.surface, em(8));
    const int count = static_cast<int>(choices.size());
    int answer = chosen;
    ImGui::PushID(id);
    ImGui::BeginGroup();
    for (int i = 0; i < count; ++i) {
        const std::string& words = choices[static_cast<std::size_t>(i)];
        if (i > 0)
            ImGui::SameLine(0, 0);
        const Item item = press_item(words.c_str(), {segment_width(words), whole.y}, enabled);
        if (item.pressed)
            answer = i;
        if (i == chosen)
            answer = moved_by_keys(answer, count);
        const bool on = i == chosen;
        ImDrawFlags corners = ImDrawFlags_RoundCornersNone;
        if (i == 0)
            corners |= ImDrawFlags_RoundCornersLeft;
        if (i == count - 1)
            corners |= ImDrawFlags_RoundCornersRight;
        if (on || item.hovered)
            list.AddRectFilled(item.low, item.high,
                               enabled ? (on ? p.accent_surface : p.background) : p.background,
                               em(8), corners);
        const ImU32 colour = enabled ? (on ? p.accent : p.soft) : (on ? p.soft : p.faint);
        draw_centred(list, on ? TextStyle::LabelStrong : TextStyle::Label, item, colour, words);
        draw_focus(8);
    }
    ImGui::EndGroup();
    ImGui::PopID();
    list.AddRect(start, {start.x + whole.x, start.y + whole.y}, p.line, em(8));
    return answer;
}

float word_tabs_width(std::span<const std::string> words) {
    float width = 0;
    for (const std::string& word : words)
        width += text_extent(TextStyle::LabelStrong, word).x + em(tab_gap);
    return words.empty() ? 0 : width - em(tab_gap);
}

int word_tabs_lines(std::span<const std::string> words, float room) {
    int lines = words.empty() ? 0 : 1;
    float used = 0;
    for (const std::string& word : words) {
        const float width = text_extent(TextStyle::LabelStrong, word).x;
        const bool fits = used == 0 || used + em(tab_gap) + width <= room;
        used = used > 0 && fits ? used + em(tab_gap) + width : width;
        lines += fits ? 0 : 1;
    }
    return lines;
}

int word_tabs(const char* id, std::span<const std::string> words, int chosen, float room) {
    const Palette& p = palette();
    const int count = static_cast<int>(words.size());
    int answer = chosen;
    float used = 0;
    if (room <= 0)
        room = ImGui::GetContentRegionAvail().x;
    ImGui::PushID(id);
    for (int i = 0; i < count; ++i) {
        const std::string& word = words[static_cast<std::size_t>(i)];
        // As wide as in bold, so that the others stand still when the choice moves.
        const float width = text_extent(TextStyle::LabelStrong, word).x;
        const bool fits = used + em(tab_gap) + width <= room;
        if (i > 0 && fits)
            ImGui::SameLine(0, em(tab_gap));
        used = i > 0 && fits ? used + em(tab_gap) + width : width;
        const Item item = press_item(word.c_str(), {width, text_height(TextStyle::Label) + em(8)});
        if (item.pressed)
            answer = i;
        if (i == chosen)
            answer = moved_by_keys(answer, count);
        const bool on = i == chosen;
        const ImU32 colour = on ? p.accent : item.hovered ? p.ink : p.soft;
        const ImVec2 at{item.low.x, item.low.y + em(4)};
        draw_text(*ImGui::GetWindowDrawList(), on ? TextStyle::LabelStrong : TextStyle::Label, at,
                  colour, word);
        draw_focus(4);
    }
    ImGui::PopID();
    return answer;
}

bool choice_row(const char* id, std::string_view words, bool chosen, bool enabled,
                ChoiceMark mark) {
    const Palette& p = palette();
    const float width = ImGui::GetContentRegionAvail().x, pad = em(11), indent = em(38);
    const ImVec2 size = text_extent(TextStyle::Interface, words, width - indent - pad);
    const Item item = press_item(id, {width, size.y + 2 * pad}, enabled);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = mark == ChoiceMark::Right   ? p.good
                         : mark == ChoiceMark::Wrong ? p.predicted
                                                     : p.accent;
    const bool coloured = chosen || mark != ChoiceMark::None;
    ImU32 fill = p.surface;
    if (coloured)
        fill = mark == ChoiceMark::None ? p.accent_surface : mixed(p.surface, colour, 0.08f);
    list.AddRectFilled(item.low, item.high, item.hovered && !coloured ? p.background : fill, em(8));
    list.AddRect(item.low, item.high, coloured ? colour : p.line, em(8));
    const ImVec2 dot{item.low.x + em(20), item.low.y + pad + line_height(TextStyle::Interface) / 2};
    if (mark == ChoiceMark::Right) {
        draw_tick(list, dot, em(12), colour);
    } else if (mark == ChoiceMark::Wrong) {
        draw_cross(list, dot, em(10), colour);
    } else {
        list.AddCircle(dot, em(7), coloured ? colour : p.faint, 0, em(1.5f));
        if (chosen)
            list.AddCircleFilled(dot, em(4), colour);
    }
    const bool gone = !enabled && !coloured;
    draw_text_wrapped(list, TextStyle::Interface, {item.low.x + indent, item.low.y + pad},
                      gone ? p.soft : p.ink, words, width - indent - pad);
    draw_focus(8);
    return item.pressed;
}

std::optional<std::vector<int>> order_list(const char* id, std::span<const std::string> words,
                                           const std::vector<int>& order, bool enabled) {
    const Palette& p = palette();
    std::optional<std::vector<int>> answer;
    ImGui::PushID(id);
    for (std::size_t i = 0; i < order.size(); ++i) {
        ImGui::PushID(order[i]);
        ImGui::BeginGroup();
        for (const int by : {-1, 1}) {
            const bool possible = by < 0 ? i > 0 : i + 1 < order.size();
            if (sign_button(by < 0 ? "↑" : "↓", {}, enabled && possible)) {
                answer = order;
                std::swap((*answer)[i], (*answer)[by < 0 ? i - 1 : i + 1]);
            }
            ImGui::SameLine(0, em(4));
        }
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + em(4));
        const std::string line =
            std::to_string(i + 1) + ".  " + words[static_cast<std::size_t>(order[i])];
        text_wrapped(TextStyle::Interface, enabled ? p.ink : p.soft, line);
        ImGui::EndGroup();
        ImGui::PopID();
    }
    ImGui::PopID();
    return answer;
}

bool tick_box(const char* label, bool ticked) {
    const Palette& p = palette();
    const std::string_view words = words_of(label);
    const float box = em(16), high = std::max(box, text_height(TextStyle::Interface)) + em(4);
    const Item item =
        press_item(label, {box + em(8) + text_extent(TextStyle::Interface, words).x, high});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at{item.low.x, std::round(item.centre().y - box / 2)}, end{at.x + box, at.y + box};
    list.AddRectFilled(at, end, ticked ? p.accent : p.surface, em(4));
    list.AddRect(at, end, ticked || item.hovered ? p.accent : p.faint, em(4));
    if (ticked)
        draw_tick(list, {at.x + box / 2, at.y + box / 2}, em(9), p.on_accent);
    draw_text(list, TextStyle::Interface,
              {end.x + em(8), std::round(item.centre().y - text_height(TextStyle::Interface) / 2)},
              p.ink, words);
    draw_focus(4);
    return item.pressed ? !ticked : ticked;
}

} // namespace lockstep::shell
