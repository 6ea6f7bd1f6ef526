// SPDX-License-Identifier: MIT
// Signs of progress: the four steps, the ring of a unit, the tick. And the field for a number.
#include "app/shell/item.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <numbers>

namespace lockstep::shell {

namespace {

constexpr float chip_radius = 10;

void draw_chip(ImDrawList& list, ImVec2 centre, int index, bool done, bool current) {
    const Palette& p = palette();
    const float radius = em(chip_radius);
    if (current)
        list.AddCircleFilled(centre, radius, p.accent);
    else
        list.AddCircle(centre, radius - 0.5f, done ? p.good : p.faint, 0, em(1.3f));
    if (done) {
        draw_tick(list, centre, em(9), p.good);
        return;
    }
    const char digit[2] = {static_cast<char>('1' + index), 0};
    const TextStyle style = current ? TextStyle::SmallStrong : TextStyle::Small;
    draw_text(list, style, {centre.x, std::round(centre.y - text_height(style) / 2)},
              current ? p.on_accent : p.soft, digit, 0.5f);
}

} // namespace

int step_chips(std::span<const char* const> names, int reached, bool finished) {
    const Palette& p = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    int pressed = -1;
    const int count = static_cast<int>(names.size());
    const float edge = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    for (int i = 0; i < count; ++i) {
        const bool done = finished || i < reached, current = !finished && i == reached;
        const TextStyle style = done || current ? TextStyle::LabelStrong : TextStyle::Label;
        const char* name = names[static_cast<std::size_t>(i)];
        const float width = 2 * em(chip_radius) + em(6) + text_extent(style, name).x;
        // A narrow column takes a second line rather than cutting the last step off.
        if (i > 0 && ImGui::GetItemRectMax().x + em(14) + width <= edge)
            ImGui::SameLine(0, em(14));
        const Item item = press_item(name, {width, em(22)}, i <= reached);
        if (item.pressed)
            pressed = i;
        const ImVec2 centre{item.low.x + em(chip_radius), item.centre().y};
        draw_chip(list, centre, i, done, current);
        draw_text(list, style,
                  {centre.x + em(chip_radius) + em(6),
                   std::round(item.centre().y - text_height(style) / 2)},
                  done      ? p.good
                  : current ? p.accent
                            : p.soft,
                  name);
        draw_focus(4);
    }
    return pressed;
}

void draw_ring(ImDrawList& list, ImVec2 centre, float radius, float share) {
    const Palette& p = palette();
    const float thick = std::max(radius * 0.42f, 2.0f), middle = radius - thick / 2;
    list.AddCircle(centre, middle, faded(p.faint, 0.55f), 0, thick);
    if (share <= 0)
        return;
    constexpr float half = std::numbers::pi_v<float>;
    list.PathArcTo(centre, middle, -half / 2, half * (2 * std::min(share, 1.0f) - 0.5f), 48);
    list.PathStroke(p.good, share >= 1 ? ImDrawFlags_Closed : ImDrawFlags_None, thick);
}

void draw_tick(ImDrawList& list, ImVec2 centre, float size, ImU32 colour) {
    const float s = size / 2;
    const ImVec2 points[] = {{centre.x - s * 0.85f, centre.y + s * 0.05f},
                             {centre.x - s * 0.2f, centre.y + s * 0.65f},
                             {centre.x + s * 0.9f, centre.y - s * 0.65f}};
    list.AddPolyline(points, 3, colour, ImDrawFlags_None, std::max(size * 0.16f, 1.4f));
}

void draw_cross(ImDrawList& list, ImVec2 centre, float size, ImU32 colour) {
    const float s = size / 2, width = std::max(size * 0.18f, 1.4f);
    list.AddLine({centre.x - s, centre.y - s}, {centre.x + s, centre.y + s}, colour, width);
    list.AddLine({centre.x - s, centre.y + s}, {centre.x + s, centre.y - s}, colour, width);
}

std::optional<double> number_field(const char* id, std::optional<double> value,
                                   std::string_view unit, float width) {
    char buffer[32] = {};
    if (value)
        std::snprintf(buffer, sizeof buffer, "%s", format_number(*value, 6).c_str());
    ImGui::SetNextItemWidth(width > 0 ? width : em(110));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1.0f);
    ImGui::PushStyleColor(ImGuiCol_Border, palette().faint);
    bool edited = false;
    {
        TextScope scope(TextStyle::Interface);
        ImGui::InputText(id, buffer, sizeof buffer, ImGuiInputTextFlags_AutoSelectAll);
        edited = ImGui::IsItemDeactivatedAfterEdit();
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    draw_focus(8);
    if (!unit.empty()) {
        ImGui::SameLine(0, em(8));
        ImGui::AlignTextToFramePadding();
        text(TextStyle::Interface, palette().soft, unit);
    }
    if (!edited)
        return std::nullopt;
    std::replace(buffer, buffer + std::strlen(buffer), ',', '.');
    char* end = buffer;
    const double typed = std::strtod(buffer, &end);
    while (*end == ' ' || *end == '%')
        ++end;
    if (end == buffer || *end != 0 || !std::isfinite(typed))
        return std::nullopt;
    return typed;
}

} // namespace lockstep::shell
