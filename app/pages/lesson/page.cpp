// SPDX-License-Identifier: MIT
// The lesson's page: at the left the text up to the step reached, at the right the lab.
#include "app/pages/lesson/column.hpp"
#include "app/pages/lesson/lab.hpp"
#include "app/shell/motion.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <string_view>

namespace lockstep::lab {

namespace {

using shell::em;

constexpr float verdict_s = 1.4f; ///< time to see where the guess parts from the marks
constexpr float widest_text = 518, lowest_plot = 290, highest_plot = 660, stacked_plot = 400,
                lowest_for_class = 200;
/// Cards below the plot with the space above them, and the line under the plot.
constexpr float strip_room = 154, timeline_room = 162, view_room = 330, lanes_room = 386,
                line_room = 44, further_line = 30;

/// What the cards below the plot take, once they are there.
float cards_room(const LabView& view) {
    if (!view.stage.strip || !view.chosen.estimate)
        return 0;
    // That which is open: of a count there is no timeline, whatever was chosen before.
    const shell::View* open = shell::open_view(view.session);
    const std::string_view name = open ? open->name : "";
    const float below = name == "timeline" ? timeline_room
                        : name == "lanes"  ? lanes_room
                                           : view_room;
    const float line = lines_below(view) == 0 ? line_room - 6 : 0;
    return em(has_strip(view) ? strip_room : 0) + em(below) - em(line);
}

/// What the plot may take so that everything under it is in sight, and at least enough to draw on.
float plot_height(const LabView& view) {
    const int lines = lines_below(view);
    const float more_lines = em(further_line) * static_cast<float>(std::max(0, lines - 1));
    const float whole = ImGui::GetContentRegionAvail().y - em(line_room) - more_lines;
    const float tabs = further_tabs_height(view);
    // Letters are larger in a class, but its screen is not: there the cards wait below the edge.
    if (view.session.presenter.on)
        return std::max(whole, em(lowest_for_class) + tabs);
    const float room = whole - cards_room(view);
    // Under the lesson, in a narrow window, the page scrolls and there is no height to share out.
    if (room < em(60))
        return std::clamp(0.8f * ImGui::GetWindowHeight(), em(240), em(stacked_plot)) + tabs;
    return std::clamp(room, em(lowest_plot) + tabs, em(highest_plot));
}

/// After the verdict was read the model draws itself, and then the strip comes. A presenter goes on
/// by key.
void go_on_with_reveal(const LabView& view, Commands& commands) {
    if (!view.stage.ready() || view.stage.timing || view.session.presenter.on)
        return;
    const std::string lesson = view.stage.lesson->id;
    const Reveal reveal = view.stage.state->reveal;
    if (reveal == Reveal::Verdict && shell::drawn_once("verdict/" + lesson, verdict_s) >= 1)
        commands.push_back(command::NextReveal{});
    const bool drawn =
        view.plan.models.empty() || shell::drawn_once(model_motion(view), model_s) >= 1;
    if (reveal == Reveal::Model && drawn)
        commands.push_back(command::NextReveal{});
}

void draw_text(const Session& session, Commands& commands) {
    draw_heading(session);
    draw_steps(session);
    draw_problems(session);
    draw_blocks(session, commands);
    draw_how_to_go_on(session, commands);
    // Whatever a slide begins with can come to the top, also the last thing of the page.
    if (session.presenter.on)
        ImGui::Dummy({0, 0.6f * ImGui::GetMainViewport()->Size.y});
}

void draw(const Session& session, Commands& commands) {
    const float room = ImGui::GetContentRegionAvail().x, width = std::min(room, em(widest_text));
    if (session.welcoming()) // alone on its page, in its middle
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (room - width) / 2);
    ImGui::BeginChild("column", {width, 0},
                      ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened);
    session.welcoming() ? draw_welcome(session, commands) : draw_text(session, commands);
    ImGui::EndChild();
}

void draw_lab(const Session& session, Commands& commands) {
    const LabView view = look_at(session);
    draw_controls(view, commands);
    const float height = shell::eased("plot height", plot_height(view));
    leave_gap(16);
    draw_plot_card(view, commands, height);
    draw_line_below(view, commands);
    draw_strip_card(view, commands);
    draw_views_card(view, commands);
    go_on_with_reveal(view, commands);
    handle_lab_keys(view, commands);
    handle_file_keys(view, commands);
    draw_open_run(commands);
}

} // namespace

} // namespace lockstep::lab

namespace lockstep::shell {

extern const Page lesson_page{"lesson", "Lesson", &lab::draw, &lab::draw_lab};

} // namespace lockstep::shell
