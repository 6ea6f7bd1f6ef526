// SPDX-License-Identifier: MIT
// Back, step, next divergence, the scrubber, and whose steps are shown.
#include "app/views/lanes/parts.hpp"

#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::lanes_view {

namespace {

using shell::em;
using shell::TextStyle;

/// To a neighbour in the window, or whatever the bench finds beyond it.
void go_by(const Sight& sight, bool backward, Commands& commands) {
    const bool there =
        backward ? sight.chosen > 0 && !sight.rows.empty() : sight.chosen + 1 < sight.rows.size();
    if (!there) {
        commands.push_back(command::SeekStep{"step", backward});
        return;
    }
    const std::size_t next =
        backward ? std::min(sight.chosen, sight.rows.size()) - 1 : sight.chosen + 1;
    commands.push_back(command::ShowStep{sight.rows[next].step});
}

void same_line() {
    ImGui::SameLine(0, em(10));
}

/// Beside the buttons where there is room, else on a line of its own.
void draw_scrubber(const Tracing& tracing, Commands& commands) {
    if (tracing.info.steps < 2)
        return;
    shell::SliderLook look;
    look.words = "step";
    look.low = 1;
    look.high = static_cast<double>(tracing.info.steps);
    look.whole = true;
    const auto answer = shell::slider("scrub", look, static_cast<double>(tracing.cursor) + 1);
    if (answer.changed)
        commands.push_back(
            command::ShowStep{static_cast<std::int64_t>(std::llround(answer.value)) - 1});
}

/// The row's other signs stand as low as the words of its buttons.
void lower_to_buttons(float height) {
    const float button = shell::quiet_button_size("").y;
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + std::round((button - height) / 2));
}

void draw_warps(const Tracing& tracing, Commands& commands) {
    if (tracing.info.warps < 2)
        return;
    const float row = ImGui::GetCursorPosY();
    lower_to_buttons(em(26));
    if (shell::sign_button("<##warp", "the warp before", tracing.warp > 0))
        commands.push_back(command::TraceWarp{tracing.warp - 1});
    ImGui::SameLine(0, em(4));
    ImGui::SetCursorPosY(row);
    lower_to_buttons(shell::text_height(TextStyle::Interface));
    shell::text_tabular(TextStyle::Interface, shell::palette().soft,
                        fmt::format("warp {}, {} in the block", tracing.warp, tracing.info.warps));
    ImGui::SameLine(0, em(4));
    ImGui::SetCursorPosY(row);
    lower_to_buttons(em(26));
    if (shell::sign_button(">##warp", "the next warp", tracing.warp + 1 < tracing.info.warps))
        commands.push_back(command::TraceWarp{tracing.warp + 1});
}

} // namespace

void draw_controls(const Sight& sight, const Tracing& tracing, Commands& commands) {
    shell::vertical_space(6);
    if (shell::quiet_button("\u2190 back", tracing.cursor > 0))
        go_by(sight, true, commands);
    same_line();
    if (shell::quiet_button("step \u2192", tracing.cursor + 1 < tracing.info.steps))
        go_by(sight, false, commands);
    same_line();
    if (shell::quiet_button("next divergence"))
        commands.push_back(command::SeekStep{"divergence", false});
    same_line();
    draw_warps(tracing, commands);
    if (!tracing.nothing_found.empty())
        shell::text(TextStyle::Small, shell::palette().soft, tracing.nothing_found);
    shell::vertical_space(4);
    draw_scrubber(tracing, commands);
}

} // namespace lockstep::lanes_view
