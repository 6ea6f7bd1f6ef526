// SPDX-License-Identifier: MIT
// After the run: choosing a mark by pointer or keys, and looking closer.
#include "app/pages/lesson/field.hpp"

#include "app/shell/type.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lockstep::lab {

namespace {

using shell::em;

constexpr float choose_radius = 26;
constexpr double closer = 1.25; ///< by a notch of the wheel, or a key

/// The mark nearest to the mouse within reach.
std::optional<std::pair<std::string, double>> mark_under(const Field& field, ImVec2 mouse) {
    std::optional<std::pair<std::string, double>> best;
    float nearest = em(choose_radius);
    for (const SeriesShown& shown : field.view.plan.series) {
        if (shown.ghost || shown.laid_over)
            continue;
        for (const Estimate& estimate : shown.series->points) {
            ImVec2 at = field.pixel(estimate.x, has_value(estimate) ? estimate.value : 1);
            if (!has_value(estimate))
                at.y = field.high.y - em(10);
            if (is_unsettled(estimate))
                at.y = std::max(at.y, field.low.y + em(8));
            const float distance = std::hypot(at.x - mouse.x, at.y - mouse.y);
            if (distance >= nearest)
                continue;
            nearest = distance;
            best = {shown.series->key(), estimate.x};
        }
    }
    return best;
}

void choose_mark(const Field& field, const std::string& variant, double x, Commands& commands) {
    const LabState* lab = field.view.stage.lab;
    if (lab && lab->cursor_x && *lab->cursor_x == x && lab->cursor_variant == variant)
        return;
    commands.push_back(command::MoveCursor{field.view.stage.experiment->id, variant, x});
}

} // namespace

void choose_by_hover(const Field& field, Commands& commands) {
    if (!ImGui::IsItemHovered() || ImGui::IsMouseDragging(ImGuiMouseButton_Left))
        return;
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    if (moved.x == 0 && moved.y == 0 && !ImGui::IsItemActivated())
        return; // arrow keys stand
    if (const auto mark = mark_under(field, ImGui::GetIO().MousePos))
        choose_mark(field, mark->first, mark->second, commands);
}

void look_closer(const Field& field, Commands& commands) {
    const std::string& plot = field.view.stage.experiment->id;
    const ImGuiIO& io = ImGui::GetIO();
    // The bare wheel scrolls the lab; with Ctrl it looks closer.
    if (ImGui::IsItemHovered() && io.KeyCtrl && io.MouseWheel != 0) {
        const Place at = field.place(io.MousePos);
        commands.push_back(
            command::ZoomPlot{plot, {at.x, at.y}, io.MouseWheel > 0 ? closer : 1 / closer});
    }
    const bool drags =
        ImGui::IsMouseDown(ImGuiMouseButton_Left) && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0);
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        commands.push_back(command::ShowWholePlot{plot});
    else if (ImGui::IsItemActive() && drags && !zoom_of(field.view).is_whole())
        commands.push_back(command::PanPlot{plot,
                                            {-io.MouseDelta.x / (field.high.x - field.low.x),
                                             io.MouseDelta.y / (field.high.y - field.low.y)}});
    if (!ImGui::IsItemFocused())
        return;
    if (ImGui::IsKeyPressed(ImGuiKey_Equal) || ImGui::IsKeyPressed(ImGuiKey_KeypadAdd))
        commands.push_back(command::ZoomPlot{plot, {}, closer});
    if (ImGui::IsKeyPressed(ImGuiKey_Minus) || ImGui::IsKeyPressed(ImGuiKey_KeypadSubtract))
        commands.push_back(command::ZoomPlot{plot, {}, 1 / closer});
    if (ImGui::IsKeyPressed(ImGuiKey_0))
        commands.push_back(command::ShowWholePlot{plot});
}

void walk_marks(const Field& field, Commands& commands) {
    const Run* run = field.view.stage.run();
    if (!run || run->series.empty() || !field.view.chosen.estimate)
        return;
    own_arrow_keys();
    std::size_t row = 0;
    while (row + 1 < run->series.size() &&
           run->series[row].key() != field.view.chosen.series->key())
        ++row;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    if (pressed(ImGuiKey_UpArrow) && row > 0)
        --row;
    if (pressed(ImGuiKey_DownArrow) && row + 1 < run->series.size())
        ++row;
    const Series& series = run->series[row];
    if (series.points.empty())
        return;
    std::size_t column = 0;
    while (column + 1 < series.points.size() &&
           series.points[column].x < field.view.chosen.estimate->x)
        ++column;
    if (pressed(ImGuiKey_LeftArrow) && column > 0)
        --column;
    if (pressed(ImGuiKey_RightArrow) && column + 1 < series.points.size())
        ++column;
    const bool moved =
        row < run->series.size() && (series.key() != field.view.chosen.series->key() ||
                                     series.points[column].x != field.view.chosen.estimate->x);
    if (moved)
        choose_mark(field, series.key(), series.points[column].x, commands);
}

} // namespace lockstep::lab
