// SPDX-License-Identifier: MIT
// Runs of other days and other machines: one press lays one over the plot, another takes it away.
#include "app/experiment/commands.hpp"
#include "app/experiment/laid_over.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/plot_style.hpp"
#include "app/shell/widgets.hpp"
#include "app/views/runs/list.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::runs_view {

namespace {

using shell::em;
using shell::TextStyle;

constexpr float sign_width = 26, row_padding = 5, highest_list = 236;

/// The sign at a row's left: the mark that its run has in the plot, or the empty place for one.
void draw_sign(ImDrawList& list, ImVec2 centre, int shape) {
    const auto& palette = shell::palette();
    if (shape == 0) {
        list.AddCircle(centre, em(2), shell::faded(palette.faint, 0.7f), 0, em(1.2f));
        return;
    }
    shell::draw_shape(list, centre, shape, Provenance::Recorded, palette.measured,
                      shell::mark_radius(), false);
}

/// What pressing the row does, at its right end.
const char* action_of(const Row& row, bool full) {
    return row.shape > 0 ? "remove" : full ? "" : "lay over";
}

void draw_row(const Row& row, bool full, Commands& commands) {
    const auto& palette = shell::palette();
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string action = action_of(row, full);
    const float words =
        std::max(em(120), width - em(sign_width) -
                              shell::text_extent(TextStyle::Label, "remove").x - em(24));
    const float head = shell::text_extent(TextStyle::Label, row.headline, words).y;
    const float details =
        row.details.empty() ? 0 : shell::text_extent(TextStyle::Small, row.details, words).y;
    const float height = head + details + 2 * em(row_padding);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::InvisibleButton(("run " + row.id).c_str(), {width, height}) && !action.empty()) {
        if (row.shape > 0)
            commands.push_back(command::TakeAway{row.id});
        else
            commands.push_back(command::LayOverKnown{row.id});
    }
    const bool lit = ImGui::IsItemHovered() && !action.empty();
    if (lit)
        list.AddRectFilled(origin, {origin.x + width, origin.y + height}, palette.accent_surface,
                           em(6));
    shell::draw_focus(6);
    draw_sign(
        list,
        {origin.x + em(13), origin.y + em(row_padding) + shell::text_height(TextStyle::Label) / 2},
        row.shape);
    const float left = origin.x + em(sign_width), top = origin.y + em(row_padding);
    shell::draw_text_wrapped(list, TextStyle::Label, {left, top}, palette.ink, row.headline, words);
    if (!row.details.empty())
        shell::draw_text_wrapped(list, TextStyle::Small, {left, top + head}, palette.soft,
                                 row.details, words);
    shell::draw_text(list, TextStyle::Label, {origin.x + width - em(10), top}, palette.accent,
                     action, 1);
}

void draw_comparisons(const Session& session) {
    for (const std::string& words : comparisons_of(session)) {
        shell::text_wrapped(TextStyle::Label, shell::palette().ink, words);
        shell::vertical_space(2);
    }
}

void draw_groups(const std::vector<Group>& groups, bool full, Commands& commands) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const Group& group : groups) {
        shell::vertical_space(6);
        shell::text(TextStyle::SmallStrong, shell::palette().soft, group.words);
        shell::vertical_space(3);
        for (const Row& row : group.rows)
            draw_row(row, full, commands);
    }
    ImGui::PopStyleVar();
}

void draw(const Session& session, Commands& commands) {
    const std::vector<Group> groups = groups_of(session);
    std::size_t lying = 0;
    for (const Group& group : groups)
        lying += static_cast<std::size_t>(
            std::ranges::count_if(group.rows, [](const Row& row) { return row.shape > 0; }));
    const bool full = lying >= most_laid_over;
    draw_comparisons(session);
    shell::text_wrapped(
        TextStyle::Small, shell::palette().soft,
        full ? "Three lie over the plot: remove one before another comes."
             : "A run laid over keeps its hollow marks, its machine and its date; it never "
               "replaces your own marks. A run file that you drop on the window comes here, too.");
    ImGui::SetNextWindowSizeConstraints({0, 0}, {10000, em(highest_list)});
    ImGui::BeginChild("list of runs", {0, 0},
                      ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened);
    draw_groups(groups, full, commands);
    ImGui::EndChild();
}

bool available(const Session& session) {
    return has_rows(session);
}

} // namespace

} // namespace lockstep::runs_view

namespace lockstep::shell {

extern const View runs_view{"runs", "Runs", 45, &lockstep::runs_view::available,
                            &lockstep::runs_view::draw};

} // namespace lockstep::shell
