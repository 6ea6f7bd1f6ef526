// SPDX-License-Identifier: MIT
// Lanes across, steps down: a filled cell takes part, a letter says on which path, and an empty
// cell waits. What comes after the chosen step is pale.
#include "app/views/lanes/parts.hpp"

#include "app/experiment/path_letter.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>

namespace lockstep::lanes_view {

namespace {

using shell::em;
using shell::TextStyle;

constexpr float row_height = 17;
constexpr float widest_cell = 22;
constexpr int lane_count = 32;
constexpr std::size_t most_registers_shown = 14;

struct Columns {
    ImVec2 origin;
    float line = 0, words = 0, count = 0, cells = 0; ///< left edges, from the origin
    float cell = 0, row = 0, width = 0;
    ImVec2 cell_at(int lane, float y) const {
        return {origin.x + cells + cell * static_cast<float>(lane), y};
    }
};

Columns columns_of(ImVec2 origin, float width) {
    Columns columns;
    columns.origin = origin;
    columns.width = width;
    columns.row = em(row_height);
    columns.words = shell::text_extent(TextStyle::CodeSmall, "0000").x + em(8);
    columns.count =
        columns.words + shell::text_extent(TextStyle::CodeSmall, "ld.global.").x + em(6);
    columns.cells = columns.count + shell::text_extent(TextStyle::Small, "32 of 32").x + em(10);
    columns.cell = std::min(em(widest_cell), (width - columns.cells) / lane_count);
    return columns;
}

void draw_head(ImDrawList& list, const Columns& columns) {
    for (int lane = 0; lane < lane_count; lane += 4) {
        const float x = columns.cell_at(lane, 0).x + columns.cell / 2;
        shell::draw_text(list, TextStyle::Small, {x, columns.origin.y}, shell::palette().faint,
                         std::to_string(lane), 0.5f);
    }
}

ImU32 colour_of(const StepRow& row, bool ahead) {
    const ImU32 colour = row.path < 0 ? shell::palette().model : shell::path_colour(row.path);
    return ahead ? shell::mixed(colour, shell::palette().surface, 0.62f) : colour;
}

void draw_cells(ImDrawList& list, const Columns& columns, float y, const StepRow& row, bool ahead) {
    const ImU32 colour = colour_of(row, ahead);
    const float side = columns.cell - em(1.5f), tall = columns.row - em(2);
    for (int lane = 0; lane < lane_count; ++lane) {
        const ImVec2 at = columns.cell_at(lane, y + em(1));
        const ImVec2 end{at.x + side, at.y + tall};
        // Of a branch every lane of the group takes part, whether it jumps or not.
        const bool in = (row.lanes >> lane & 1) != 0, on = (row.on >> lane & 1) != 0;
        const bool works = row.divergent || row.words == "bra" ? in : on;
        list.AddRectFilled(at, end, works ? colour : shell::palette().code_surface, em(3));
        if (in && !works) // switched off by its guard
            list.AddRect(at, end, colour, em(3), 0, em(1));
        if (works && row.path >= 0 && side > em(10)) {
            const char letter[2] = {path_letter(row.path), 0};
            shell::draw_text(list, TextStyle::SmallStrong, {(at.x + end.x) / 2, y - em(1)},
                             shell::text_on(colour), letter, 0.5f);
        }
    }
}

void draw_row(ImDrawList& list, const Columns& columns, float y, const StepRow& row, bool chosen,
              bool ahead) {
    const auto& palette = shell::palette();
    if (chosen)
        list.AddRectFilled({columns.origin.x - em(4), y},
                           {columns.origin.x + columns.width + em(4), y + columns.row},
                           palette.accent_surface, em(3));
    const ImU32 ink = chosen ? palette.ink : ahead ? palette.faint : palette.soft;
    if (row.line > 0)
        shell::draw_text(list, TextStyle::CodeSmall, {columns.origin.x, y}, palette.faint,
                         std::to_string(row.line));
    list.PushClipRect({columns.origin.x + columns.words, y},
                      {columns.origin.x + columns.count - em(4), y + columns.row}, true);
    shell::draw_text(list, TextStyle::CodeSmall, {columns.origin.x + columns.words, y}, ink,
                     row.words);
    list.PopClipRect();
    const float right = columns.origin.x + columns.cells - em(10);
    if (row.found.empty())
        shell::draw_text_tabular(list, TextStyle::Small, {right, y},
                                 row.divergent ? palette.cost : ink,
                                 fmt::format("{} of 32", std::popcount(row.lanes)), 1);
    else
        shell::draw_text(list, TextStyle::SmallStrong, {right, y}, palette.cost, "found", 1);
    draw_cells(list, columns, y, row, ahead);
}

/// What the lane under the pointer holds.
void hint_at_lane(const Columns& columns, const Tracing& tracing) {
    const float x = ImGui::GetMousePos().x - columns.origin.x - columns.cells;
    const int lane = static_cast<int>(x / std::max(columns.cell, 1.0f));
    if (x < 0 || lane >= lane_count || !tracing.registers)
        return;
    std::string words = fmt::format("lane {}, before the chosen step", lane);
    for (const std::string& one : register_words(*tracing.registers, lane, most_registers_shown))
        words += "\n" + one;
    shell::hint(words);
}

} // namespace

void draw_grid(const Sight& sight, const Tracing& tracing, Commands& commands) {
    const float width = ImGui::GetContentRegionAvail().x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Columns columns = columns_of(ImGui::GetCursorScreenPos(), width);
    draw_head(list, columns);
    ImGui::Dummy({width, columns.row - ImGui::GetStyle().ItemSpacing.y});
    for (std::size_t i = sight.first; i < sight.first + sight.count; ++i) {
        const StepRow& row = sight.rows[i];
        const float y = ImGui::GetCursorScreenPos().y;
        draw_row(list, columns, y, row, i == sight.chosen, i > sight.chosen);
        ImGui::PushID(static_cast<int>(i - sight.first));
        if (ImGui::InvisibleButton("step", {width, columns.row}))
            commands.push_back(command::ShowStep{row.step});
        if (i == sight.chosen)
            hint_at_lane(columns, tracing);
        ImGui::PopID();
        ImGui::SetCursorScreenPos({columns.origin.x, y + columns.row});
    }
    ImGui::Dummy({0, 0});
}

} // namespace lockstep::lanes_view
