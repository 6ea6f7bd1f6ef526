// SPDX-License-Identifier: MIT
// The lesson's page: at the left the text up to the step reached, at the right the lab.
#include "app/pages/lesson/column.hpp"
#include "app/pages/lesson/lab.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>

namespace lockstep::lab {

namespace {

using shell::em;

constexpr float widest_text = 560, lowest_plot = 300, highest_plot = 660, strip_room = 124, views_room = 190;

/// What the plot may take so that strip and views still fit, and at least enough to draw on.
float plot_height(const LabView& view) {
    float room = ImGui::GetContentRegionAvail().y - em(44);
    if (view.stage.strip) room -= em(strip_room + views_room);
    return std::clamp(room, em(lowest_plot), em(highest_plot));
}

void draw(const Session& session, Commands& commands) {
    const float width = std::min(ImGui::GetContentRegionAvail().x, em(widest_text));
    ImGui::BeginChild("column", {width, 0}, ImGuiChildFlags_AutoResizeY);
    draw_heading(session);
    draw_steps(session);
    draw_problems(session);
    draw_blocks(session, commands);
    draw_how_to_go_on(session, commands);
    ImGui::EndChild();
}

void draw_lab(const Session& session, Commands& commands) {
    const LabView view = look_at(session);
    draw_controls(view, commands);
    shell::vertical_space(10);
    draw_plot_card(view, commands, plot_height(view));
    draw_line_below(view, commands);
    shell::vertical_space(10);
    draw_strip_card(view);
    shell::vertical_space(14);
    draw_views_card(view, commands);
    handle_lab_keys(view, commands);
}

} // namespace

} // namespace lockstep::lab

namespace lockstep::shell {

extern const Page lesson_page{"lesson", "Lesson", &lab::draw, &lab::draw_lab};

} // namespace lockstep::shell
