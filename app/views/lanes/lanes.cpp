// SPDX-License-Identifier: MIT
// The stepper: a kernel carried out lane by lane, one warp at a time, with its source and its PTX.
#include "app/shell/line_list.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_trace.hpp"
#include "app/shell/widgets.hpp"
#include "app/views/lanes/parts.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::lanes_view {

namespace {

using shell::em;
using shell::TextStyle;

/// Rows of steps; fewer where the texts stand below them, so that all are in sight at once.
constexpr std::size_t rows_alone = 17, rows_above_texts = 12;
constexpr float texts_beside = 1040, widest_steps = 640; ///< widths at 100 %
constexpr float ptx_beside = 700, source_share = 0.62f;
constexpr int fewest_lines = 6, lines_below = 12, lines_beside = 15, ptx_lines = 11;

void say(const std::string& words) {
    shell::text_wrapped(TextStyle::Label, shell::palette().soft, words);
}

void draw_caption(const Tracing& tracing, const shell::ShownSource& source) {
    if (tracing.as_written)
        return say("Simulated as it was written (-G). It says what each line does, and nothing of "
                   "what the kernel that runs costs.");
    say(source.is_own ? "Simulated, your version: a row is a PTX instruction of a warp, not a time."
                      : "Simulated: a row is a PTX instruction of a warp, not a time.");
}

void draw_steps(const Sight& sight, const Tracing& tracing, Commands& commands) {
    draw_grid(sight, tracing, commands);
    draw_controls(sight, tracing, commands);
    draw_details(sight, tracing);
}

/// Side by side where there is room for both.
void draw_texts(const Sight& sight, const Session& session, const shell::ShownSource& source,
                int most_lines, Commands& commands) {
    const float width = ImGui::GetContentRegionAvail().x, gap = em(12);
    // A short text leaves no empty frame below it.
    const auto lines =
        source.text.empty() ? most_lines : static_cast<int>(std::ranges::count(source.text, '\n'));
    const float high = shell::line_list_height(std::clamp(lines, fewest_lines, most_lines));
    const bool both = width >= em(ptx_beside);
    const float part = both ? std::floor((width - gap) * source_share) : width;
    draw_source_head(session, source, commands);
    shell::vertical_space(4);
    if (!source.text.empty())
        draw_source(sight, session, source, {part, high}, commands);
    if (both && !source.text.empty())
        ImGui::SameLine(0, gap);
    if (both || source.text.empty())
        draw_ptx(sight, session.tracing, {ImGui::GetContentRegionAvail().x, high});
    shell::vertical_space(6);
    draw_remark(sight, session.tracing, source);
}

/// Under each other at the right of the steps.
void draw_texts_beside(const Sight& sight, const Session& session, const shell::ShownSource& source,
                       Commands& commands) {
    draw_texts(sight, session, source, lines_beside, commands);
    if (source.text.empty() || ImGui::GetContentRegionAvail().x >= em(ptx_beside))
        return;
    shell::vertical_space(10);
    shell::text(TextStyle::Small, shell::palette().faint, "PTX");
    shell::vertical_space(4);
    draw_ptx(sight, session.tracing,
             {ImGui::GetContentRegionAvail().x, shell::line_list_height(ptx_lines)});
}

void draw_limits(const Tracing& tracing) {
    if (tracing.info.seeks_take_longer)
        say("This block takes so many steps that going far back takes longer.");
    if (tracing.info.ends_early)
        say("The block is longer than what can be kept; its end is not shown.");
}

void draw(const Session& session, Commands& commands) {
    if (!shell::trace_in_sight(session, commands))
        return;
    const Tracing& tracing = session.tracing;
    const shell::ShownSource source = shell::shown_source(session);
    const bool beside = ImGui::GetContentRegionAvail().x >= em(texts_beside);
    const Sight sight = sight_of(tracing, beside ? rows_alone : rows_above_texts, source.file);
    draw_caption(tracing, source);
    if (!beside) {
        draw_steps(sight, tracing, commands);
        shell::vertical_space(14);
        draw_texts(sight, session, source, lines_below, commands);
        return draw_limits(tracing);
    }
    constexpr auto flags = ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened;
    ImGui::BeginChild("steps", {em(widest_steps), 0}, flags);
    draw_steps(sight, tracing, commands);
    draw_limits(tracing);
    ImGui::EndChild();
    ImGui::SameLine(0, em(24));
    ImGui::BeginChild("texts", {0, 0}, flags);
    draw_texts_beside(sight, session, source, commands);
    ImGui::EndChild();
}

} // namespace

} // namespace lockstep::lanes_view

namespace lockstep::shell {

extern const View lanes_view{"lanes", "Lanes", 5, &can_trace, &lockstep::lanes_view::draw, true};

} // namespace lockstep::shell
