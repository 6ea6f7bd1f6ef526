// SPDX-License-Identifier: MIT
// The whole block over time: a row for each warp, its steps to the right. What is filled works, as
// high as the share of its threads that do; a click or an arrow key chooses a warp and a step.
#include "app/experiment/step_rows.hpp"
#include "app/shell/cells.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_source.hpp"
#include "app/shell/shown_trace.hpp"
#include "app/shell/widgets.hpp"
#include "app/views/warps/parts.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <fmt/format.h>
#include <imgui_internal.h>

namespace lockstep::warps_view {

namespace {

using shell::em;
using shell::TextStyle;

constexpr float narrowest_column = 2, highest = 330;

struct Place {
    ImVec2 low;
    float names, width, row, gap; ///< of the names and of the picture; of a row
    int columns;
    float x(int column) const {
        return low.x + names + width * static_cast<float>(column) / static_cast<float>(columns);
    }
    float y(std::size_t warp) const { return low.y + (row + gap) * static_cast<float>(warp); }
};

Place place_of(float width, const Tracing& tracing, int columns) {
    const auto warps = static_cast<float>(std::max(1, tracing.info.warps));
    Place place{};
    place.low = ImGui::GetCursorScreenPos();
    place.names = shell::text_extent(TextStyle::Small, "warp 00").x + em(10);
    place.width = std::max(1.0f, width - place.names - em(2));
    const float pitch = std::clamp(em(highest) / warps, em(9), em(24));
    place.gap = std::max(1.0f, std::round(pitch * 0.22f));
    place.row = std::floor(pitch) - place.gap;
    place.columns = std::max(1, columns);
    return place;
}

void draw_stretch(ImDrawList& list, const Place& place, float y, const Stretch& stretch) {
    const auto& p = shell::palette();
    const float begin = place.x(stretch.begin), end = place.x(stretch.end), foot = y + place.row;
    switch (stretch.letter) {
    case protocol::warp_done:
        return; // nobody is there
    case protocol::warp_waits:
        return shell::draw_cell(list, {begin, y}, {end, foot}, shell::CellLook::Cost, p.cost);
    case protocol::warp_all:
        return list.AddRectFilled({begin, y}, {end, foot}, p.simulated);
    default:
        break;
    }
    const float share = static_cast<float>(stretch.letter - '0') / 8;
    list.AddRectFilled({begin, y}, {end, foot}, shell::mixed(p.surface, p.simulated, 0.2f));
    list.AddRectFilled({begin, foot - std::max(1.0f, place.row * share)}, {end, foot}, p.simulated);
}

/// A warp that is there has a thin line, which ends where it is done.
void draw_life(ImDrawList& list, const Place& place, float y, const std::string& row) {
    const auto end = static_cast<int>(row.find_last_not_of(protocol::warp_done)) + 1;
    const float middle = std::round(y + place.row / 2);
    list.AddRectFilled({place.x(0), middle}, {place.x(end), middle + std::max(1.0f, em(1))},
                       shell::palette().track);
}

void draw_cursor(ImDrawList& list, const Place& place, const protocol::Overview& overview,
                 const Tracing& tracing) {
    const int column = column_of(overview, tracing.cursor);
    const float centre = (place.x(column) + place.x(column + 1)) / 2;
    const float half = std::max(em(1), (place.x(column + 1) - place.x(column)) / 2);
    const float foot = place.y(overview.warps.size()) - place.gap + em(4);
    list.AddRectFilled({centre - em(0.75f), place.low.y - em(4)}, {centre + em(0.75f), foot},
                       shell::palette().accent);
    const float y = place.y(static_cast<std::size_t>(tracing.warp));
    shell::draw_cell_ring(list, {centre - half, y}, {centre + half, y + place.row},
                          shell::palette().accent);
}

void draw_axis(ImDrawList& list, const Place& place, float y, const protocol::Overview& overview,
               const Tracing& tracing) {
    const auto& p = shell::palette();
    const float right = place.x(place.columns);
    const std::string first = fmt::format("step {}", overview.from + 1);
    const std::string last = fmt::format("{}", overview.from + overview.count);
    shell::draw_text_tabular(list, TextStyle::Small, {place.x(0), y}, p.faint, first);
    shell::draw_text_tabular(list, TextStyle::Small, {right, y}, p.faint, last, 1);
    const int column = column_of(overview, tracing.cursor);
    const float at = (place.x(column) + place.x(column + 1)) / 2, gap = em(22);
    const float begin = place.x(0) + shell::text_extent(TextStyle::Small, first).x + gap;
    const float end = right - shell::text_extent(TextStyle::Small, last).x - gap;
    if (at > begin && at < end)
        shell::draw_text_tabular(list, TextStyle::SmallStrong, {at, y}, p.accent,
                                 fmt::format("{}", tracing.cursor + 1), 0.5f);
}

void draw_rows(ImDrawList& list, const Place& place, const protocol::Overview& overview,
               const Tracing& tracing) {
    const auto stretches = stretches_of(overview);
    shell::draw_row_names(list, place.low, place.row + place.gap,
                          static_cast<int>(stretches.size()), "warp");
    for (std::size_t warp = 0; warp < stretches.size(); ++warp) {
        draw_life(list, place, place.y(warp), overview.warps[warp]);
        for (const Stretch& stretch : stretches[warp])
            draw_stretch(list, place, place.y(warp), stretch);
    }
    draw_cursor(list, place, overview, tracing);
}

/// To the warp's step in that column, or the last one that it has.
void go_to(const protocol::Overview& overview, int warp, int column, Commands& commands) {
    const std::string& row = overview.warps[static_cast<std::size_t>(warp)];
    const bool over = row[static_cast<std::size_t>(column)] == protocol::warp_done;
    commands.push_back(command::TraceWarp{warp, first_step_of(overview, column), over});
}

void walk_by_keys(const Tracing& tracing, Commands& commands) {
    const ImGuiID item = ImGui::GetItemID();
    const auto pressed = [&](ImGuiKey key) {
        ImGui::SetKeyOwner(key, item);
        return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, item);
    };
    if (pressed(ImGuiKey_RightArrow))
        commands.push_back(command::SeekStep{"step", false});
    if (pressed(ImGuiKey_LeftArrow))
        commands.push_back(command::SeekStep{"step", true});
    if (pressed(ImGuiKey_DownArrow) && tracing.warp + 1 < tracing.info.warps)
        commands.push_back(command::TraceWarp{tracing.warp + 1});
    if (pressed(ImGuiKey_UpArrow) && tracing.warp > 0)
        commands.push_back(command::TraceWarp{tracing.warp - 1});
}

/// The item over the picture: what is under the pointer, and what the keys do.
void act(const Place& place, const protocol::Overview& overview, ImVec2 size,
         const Tracing& tracing, Commands& commands) {
    ImGui::SetNextItemAllowOverlap();
    const bool pressed = ImGui::InvisibleButton("warps", size, ImGuiButtonFlags_EnableNav);
    if (ImGui::IsItemFocused())
        walk_by_keys(tracing, commands);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const int column = static_cast<int>(
        std::floor((mouse.x - place.x(0)) / place.width * static_cast<float>(place.columns)));
    const int warp =
        static_cast<int>(std::floor((mouse.y - place.low.y) / (place.row + place.gap)));
    const bool on_cell = ImGui::IsItemHovered() && column >= 0 && column < overview.columns &&
                         warp >= 0 && warp < static_cast<int>(overview.warps.size());
    if (on_cell) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        shell::hint(words_of(overview, warp, column));
    }
    if (pressed && on_cell && ImGui::IsMouseReleased(ImGuiMouseButton_Left))
        go_to(overview, warp, column, commands);
    shell::draw_focus(4);
}

void draw_picture(const protocol::Overview& overview, const Tracing& tracing, Commands& commands) {
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({width, em(2)});
    const Place place = place_of(width, tracing, overview.columns);
    const float high = place.y(overview.warps.size()) - place.low.y;
    act(place, overview, {width, high}, tracing, commands);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_rows(list, place, overview, tracing);
    draw_axis(list, place, place.low.y + high + em(4), overview, tracing);
    ImGui::Dummy({width, em(24)});
}

void draw_legend() {
    const auto& p = shell::palette();
    const std::array meanings{
        shell::CellMeaning{shell::CellLook::Full, p.simulated, "all threads at work"},
        shell::CellMeaning{shell::CellLook::Partly, p.simulated, "some of them: so high"},
        shell::CellMeaning{shell::CellLook::Cost, p.cost, "waits at a barrier"}};
    shell::cell_legend(meanings);
}

/// Only where a column is more than a step, or was.
void draw_zoom(const Tracing& tracing, int columns, Commands& commands) {
    const bool all = tracing.overview_count == 0;
    const std::int64_t shown = all ? tracing.info.steps : tracing.overview_count;
    if (all && shown <= columns)
        return;
    if (shell::quiet_button("closer", shown > columns / 4))
        commands.push_back(command::ZoomBlock{true});
    ImGui::SameLine(0, em(10));
    if (shell::quiet_button("further", !all))
        commands.push_back(command::ZoomBlock{false});
    shell::vertical_space(8);
}

/// What the chosen warp is about to do.
void draw_chosen(const Session& session, Commands& commands) {
    const Tracing& tracing = session.tracing;
    const auto rows =
        step_rows(tracing.window, tracing.warp, tracing.ptx, shell::shown_source(session).file);
    const auto row =
        std::ranges::find_if(rows, [&](const StepRow& one) { return one.step >= tracing.cursor; });
    shell::vertical_space(10);
    if (row == rows.end()) {
        shell::text_wrapped(TextStyle::Label, shell::palette().soft,
                            fmt::format("Warp {} has no step there.", tracing.warp));
        return;
    }
    std::string words =
        fmt::format("Warp {}, step {} of {}: {}, {} of 32 lanes", tracing.warp, row->step + 1,
                    tracing.info.steps, row->words, std::popcount(row->lanes));
    if (row->line > 0)
        words += fmt::format(", line {}", row->line);
    shell::text_wrapped(TextStyle::Interface, shell::palette().ink, words + ".");
    if (!tracing.nothing_found.empty())
        shell::text_wrapped(TextStyle::Label, shell::palette().soft, tracing.nothing_found);
    shell::vertical_space(4);
    if (shell::link("Show its lanes", TextStyle::Interface))
        commands.push_back(command::ChooseView{"lanes"});
}

void draw(const Session& session, Commands& commands) {
    if (!shell::trace_in_sight(session, commands))
        return;
    const Tracing& tracing = session.tracing;
    const Place room = place_of(ImGui::GetContentRegionAvail().x, tracing, 1);
    const int columns = columns_for(room.width, narrowest_column, tracing.info.steps);
    if (columns != tracing.overview_asked)
        commands.push_back(command::SummariseBlock{columns});
    shell::text_wrapped(TextStyle::Label, shell::palette().soft,
                        "Simulated: the block's warps in the order in which the simulator lets "
                        "them go, one at a time. A card goes from warp to warp in each cycle.");
    if (!tracing.overview || tracing.overview->warps.empty()) {
        shell::text(TextStyle::Label, shell::palette().soft, "Its steps are summed up ...");
        return;
    }
    shell::vertical_space(8);
    draw_legend();
    shell::vertical_space(6);
    draw_picture(*tracing.overview, tracing, commands);
    draw_zoom(tracing, columns, commands);
    draw_chosen(session, commands);
}

} // namespace

} // namespace lockstep::warps_view

namespace lockstep::shell {

extern const View warps_view{"warps", "Warps", 7, &can_trace, &lockstep::warps_view::draw, true};

} // namespace lockstep::shell
