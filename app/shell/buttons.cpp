// SPDX-License-Identifier: MIT
// Buttons and links.
#include "app/shell/item.hpp"

#include <imgui_internal.h>

#include <cmath>

namespace lockstep::shell {

Item press_item(const char* label, ImVec2 size, bool enabled) {
    Item item;
    // An answered row keeps the focus until Tab leaves it, or Tab would not know where it was.
    const bool focused = ImGui::GetID(label) == ImGui::GetCurrentContext()->NavId;
    ImGui::BeginDisabled(!enabled && !focused);
    // Dear ImGui fades what is disabled; ours have a look of their own.
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, 1.0f);
    item.pressed = ImGui::InvisibleButton(label, {std::max(size.x, 1.0f), std::max(size.y, 1.0f)},
                                          ImGuiButtonFlags_EnableNav) &&
                   enabled;
    ImGui::PopStyleVar();
    ImGui::EndDisabled();
    item.low = ImGui::GetItemRectMin();
    item.high = ImGui::GetItemRectMax();
    item.hovered = enabled && ImGui::IsItemHovered();
    item.held = ImGui::IsItemActive();
    if (item.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return item;
}

std::string_view words_of(const char* label) {
    return {label, static_cast<std::size_t>(ImGui::FindRenderedTextEnd(label) - label)};
}

bool item_shows_focus() { return ImGui::IsItemFocused() && ImGui::GetIO().NavVisible; }

void draw_focus(float rounding) {
    if (!item_shows_focus()) return;
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    const float out = em(2);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    // An item as wide as its column has its ring in the margin, which the column cuts off.
    const float margin = 2 * out, top = list.GetClipRectMin().y, bottom = list.GetClipRectMax().y;
    list.PushClipRect({low.x - margin, top}, {high.x + margin, bottom});
    list.AddRect({low.x - out, low.y - out}, {high.x + out, high.y + out}, palette().accent,
                 em(rounding) + out, 0, em(2));
    list.PopClipRect();
}

namespace {

constexpr float button_height = 38, button_padding = 20, quiet_height = 32, quiet_padding = 14;

float middle(const Item& item, TextStyle style) {
    return std::round(item.low.y + (item.height() - text_height(style)) / 2);
}

} // namespace

ImVec2 primary_button_size(const char* label, const char* key) {
    float width = text_extent(TextStyle::Button, words_of(label)).x + 2 * em(button_padding);
    if (key) width += em(8) + text_extent(TextStyle::Small, key).x;
    return {width, em(button_height)};
}

bool primary_button(const char* label, const char* key, bool enabled, float width) {
    const Palette& p = palette();
    ImVec2 size = primary_button_size(label, key);
    const float content = size.x - 2 * em(button_padding);
    size.x = std::max(size.x, width);
    const Item item = press_item(label, size, enabled);
    ImU32 fill = enabled ? p.accent : p.track;
    if (item.hovered) fill = mixed(fill, p.ink, 0.08f);
    if (item.held) fill = mixed(fill, p.ink, 0.18f);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(item.low, item.high, fill, em(8));
    const ImU32 ink = enabled ? p.on_accent : p.soft;
    const std::string_view words = words_of(label);
    const float x = std::round(item.centre().x - content / 2);
    draw_text(list, TextStyle::Button, {x, middle(item, TextStyle::Button)}, ink, words);
    if (key) {
        const float after = x + text_extent(TextStyle::Button, words).x + em(8);
        draw_text(list, TextStyle::Small, {after, middle(item, TextStyle::Small) + em(1)},
                  mixed(fill, ink, 0.78f), key);
    }
    draw_focus(8);
    return item.pressed;
}

ImVec2 quiet_button_size(const char* label) {
    return {text_extent(TextStyle::Interface, words_of(label)).x + 2 * em(quiet_padding),
            em(quiet_height)};
}

bool quiet_button(const char* label, bool enabled, float width) {
    const Palette& p = palette();
    ImVec2 size = quiet_button_size(label);
    size.x = std::max(size.x, width);
    const Item item = press_item(label, size, enabled);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(item.low, item.high, item.hovered ? p.accent_surface : p.surface, em(8));
    list.AddRect(item.low, item.high, item.hovered ? p.accent : p.line, em(8));
    draw_text(list, TextStyle::Interface, {item.centre().x, middle(item, TextStyle::Interface)},
              enabled ? p.ink : p.faint, words_of(label), 0.5f);
    draw_focus(8);
    return item.pressed;
}

bool sign_button(const char* label, std::string_view words, bool enabled) {
    const Palette& p = palette();
    const Item item = press_item(label, {em(26), em(26)}, enabled);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (item.hovered) list.AddRectFilled(item.low, item.high, p.accent_surface, em(6));
    draw_text(list, TextStyle::Interface, {item.centre().x, middle(item, TextStyle::Interface)},
              enabled ? (item.hovered ? p.accent : p.soft) : p.line, words_of(label), 0.5f);
    draw_focus(6);
    hint(words);
    return item.pressed;
}

bool link(const char* label, TextStyle style) {
    const Palette& p = palette();
    const std::string_view words = words_of(label);
    const ImVec2 size = text_extent(style, words);
    const Item item = press_item(label, {size.x, text_height(style)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(list, style, item.low, p.accent, words);
    if (item.hovered)
        list.AddRectFilled({item.low.x, item.high.y - 1}, {item.high.x, item.high.y}, p.accent);
    draw_focus(3);
    return item.pressed;
}

void hint(std::string_view words) {
    if (words.empty()) return;
    const bool pointed = ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip);
    if (!pointed && !item_shows_focus()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {em(12), em(8)});
    if (!pointed)
        ImGui::SetNextWindowPos({ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + em(6)});
    if (ImGui::BeginTooltip()) {
        const float width = std::min(text_extent(TextStyle::Label, words).x + 1, em(320));
        text_wrapped(TextStyle::Label, palette().ink, words, width);
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar();
}

} // namespace lockstep::shell
