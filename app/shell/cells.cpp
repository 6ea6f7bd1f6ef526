// SPDX-License-Identifier: MIT
// Cells, their legend, and the item that lies over them.
#include "app/shell/cells.hpp"

#include "app/shell/item.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <imgui_internal.h>
#include <string>

namespace lockstep::shell {

namespace {

float rounding_of(ImVec2 low, ImVec2 high) {
    const float side = std::min(high.x - low.x, high.y - low.y);
    return side < 4 ? 0 : std::min(em(3), std::round(side * 0.22f));
}

/// Lines that rise to the right, cut at the cell's edges.
void draw_hatch(ImDrawList& list, ImVec2 low, ImVec2 high, ImU32 colour) {
    const float step = std::max(em(4), 4.0f), height = high.y - low.y;
    // Counted from the window's edge, so that the lines of neighbours meet.
    const float first = std::floor((low.x + low.y) / step) * step;
    for (float sum = first; sum < high.x + high.y; sum += step) {
        const float from = std::max(low.x, sum - high.y), to = std::min(high.x, sum - low.y);
        if (to - from < 0.5f || height <= 0)
            continue;
        list.AddLine({from, sum - from}, {to, sum - to}, colour, std::max(1.0f, em(1)));
    }
}

/// The look of a cell that nobody uses must stay visible on the page and inside a panel.
ImU32 shadow() {
    const Palette& p = palette();
    return p.dark || p.high_contrast ? mixed(p.surface, p.track, p.dark ? 0.75f : 0.35f)
                                     : mixed(p.surface, p.line, 0.6f);
}

void step_by_keys(int& chosen, int cells, int columns) {
    const ImGuiID id = ImGui::GetItemID();
    const auto step = [&](ImGuiKey key, int by) {
        ImGui::SetKeyOwner(key, id);
        const bool pressed = ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id);
        if (pressed && chosen + by >= 0 && chosen + by < cells)
            chosen += by;
    };
    step(ImGuiKey_LeftArrow, -1);
    step(ImGuiKey_RightArrow, +1);
    if (columns >= cells)
        return; // a single row leaves the other two to the page, which they scroll
    step(ImGuiKey_UpArrow, -columns);
    step(ImGuiKey_DownArrow, +columns);
}

/// Items of two lessons, or of a lesson and a page, may carry one id.
std::string cells_key(const Session& session, const char* id) {
    const std::string& where = session.page == "lesson" ? session.lesson_id : session.page;
    return fmt::format("{}/{:08x}", where, ImGui::GetID(id));
}

float legend_cell() {
    return em(11);
}

} // namespace

void draw_cell(ImDrawList& list, ImVec2 low, ImVec2 high, CellLook look, ImU32 colour) {
    const float round = rounding_of(low, high);
    switch (look) {
    case CellLook::Full:
        return list.AddRectFilled(low, high, colour, round);
    case CellLook::Late:
        list.AddRectFilled(low, high, colour, round);
        return draw_hatch(list, low, high, mixed(colour, palette().surface, 0.65f));
    case CellLook::Partly: {
        list.AddRectFilled(low, high, mixed(palette().surface, colour, 0.2f), round);
        const float middle = std::round((low.y + high.y) / 2);
        return list.AddRectFilled({low.x, middle}, high, colour, round,
                                  ImDrawFlags_RoundCornersBottom);
    }
    case CellLook::Tint:
        return list.AddRectFilled(low, high, mixed(palette().surface, colour, 0.35f), round);
    case CellLook::Hollow:
        return list.AddRect({low.x + 0.5f, low.y + 0.5f}, {high.x - 0.5f, high.y - 0.5f}, colour,
                            round, 0, std::max(1.0f, em(1)));
    case CellLook::Empty:
        return list.AddRectFilled(low, high, shadow(), round);
    case CellLook::Cost:
        list.AddRectFilled(low, high, mixed(palette().surface, colour, 0.16f), round);
        return draw_hatch(list, low, high, mixed(palette().surface, colour, 0.75f));
    }
}

void draw_cell_ring(ImDrawList& list, ImVec2 low, ImVec2 high, ImU32 colour) {
    // The halo parts the ring from the cell, whatever the cell's colour.
    const float line = std::max(1.5f, em(1.5f)), halo = std::max(1.0f, em(1.5f));
    const float round = rounding_of(low, high);
    const auto rect = [&](float out, ImU32 stroke, float width) {
        list.AddRect({low.x - out, low.y - out}, {high.x + out, high.y + out}, stroke, round + out,
                     0, width);
    };
    rect(halo / 2, palette().surface, halo);
    rect(halo + line / 2, colour, line);
}

CellRow CellRow::fitted(float left, float width, int cells, float group_gap) {
    const float gaps = group_gap * static_cast<float>((cells - 1) / 8);
    const float pitch = std::floor((width - gaps) / static_cast<float>(std::max(1, cells)));
    return {std::round(left), std::max(1.0f, pitch), group_gap};
}

float CellRow::x(int cell) const {
    return left + pitch * static_cast<float>(cell) + group_gap * static_cast<float>(cell / 8);
}

int CellRow::under(float at_x, int cells) const {
    for (int cell = 0; cell < cells; ++cell)
        if (at_x >= x(cell) && at_x < x(cell) + pitch)
            return cell;
    return -1;
}

void draw_cell_numbers(ImDrawList& list, const CellRow& row, float y, int cells) {
    const float top = y - text_height(TextStyle::Small) - em(2);
    const auto number = [&](int cell) {
        draw_text(list, TextStyle::Small, {row.centre(cell), top}, palette().faint,
                  std::to_string(cell), 0.5f);
    };
    const float room = text_extent(TextStyle::Small, "00").x + em(5);
    for (int cell = 0; cell < cells; cell += 8)
        if (cells - 1 == cell || row.x(cells - 1) - row.x(cell) > room)
            number(cell);
    number(cells - 1);
}

void draw_row_names(ImDrawList& list, ImVec2 at, float pitch, int rows, std::string_view what,
                    int first) {
    const float height = text_height(TextStyle::Small);
    int step = 1;
    while (pitch * static_cast<float>(step) < height * (step > 1 ? 1.3f : 1.0f))
        step *= 2;
    // A name that stands for several rows begins with its own.
    const float lift = step > 1 ? -em(3) : (pitch - em(1) - height) / 2;
    for (int row = 0; row < rows; row += step)
        draw_text(list, TextStyle::Small,
                  {at.x, std::round(at.y + pitch * static_cast<float>(row) + lift)}, palette().soft,
                  std::string(what) + " " + std::to_string(row + first));
}

void cell_legend(std::span<const CellMeaning> meanings) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float side = legend_cell(), height = text_height(TextStyle::Small);
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    bool first = true;
    for (const CellMeaning& meaning : meanings) {
        const float width = side + em(6) + text_extent(TextStyle::Small, meaning.words).x;
        if (!first && ImGui::GetItemRectMax().x + em(16) + width <= right)
            ImGui::SameLine(0, em(16));
        first = false;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float top = std::round(at.y + (height - side) / 2);
        draw_cell(list, {at.x, top}, {at.x + side, top + side}, meaning.look, meaning.colour);
        draw_text(list, TextStyle::Small, {at.x + side + em(6), at.y}, palette().soft,
                  meaning.words);
        ImGui::Dummy({width, height});
    }
}

int point_at_cell(const CellItem& picture, ImVec2 size, int cells, int columns, int start,
                  int under) {
    const auto& [id, session, commands] = picture;
    const std::string key = cells_key(session, id);
    const auto kept = session.cells.find(key);
    // A new setting may have fewer cells than the one before.
    const int before =
        std::clamp(kept == session.cells.end() ? start : kept->second, 0, std::max(0, cells - 1));
    int chosen = before;
    const Item item = press_item(id, size);
    const bool pointed = item.hovered && under >= 0 && under < cells &&
                         ImGui::IsMouseHoveringRect(item.low, item.high) &&
                         !ImGui::GetCurrentContext()->NavHighlightItemUnderNav;
    if (item.hovered && !pointed)
        ImGui::SetMouseCursor(ImGuiMouseCursor_Arrow);
    if (item.pressed && pointed)
        chosen = under;
    if (ImGui::IsItemFocused())
        step_by_keys(chosen, cells, columns);
    if (chosen != before)
        commands.push_back(command::ChooseCell{key, chosen});
    draw_focus(4);
    return pointed ? under : chosen;
}

} // namespace lockstep::shell
