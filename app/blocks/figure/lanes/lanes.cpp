// SPDX-License-Identifier: MIT
// Lanes and mask: what the vector unit goes through, row by row, with the letter of the path in
// each lane that is switched on.
#include "app/blocks/figure/lanes/masks.hpp"
#include "app/experiment/path_letter.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>

namespace lockstep::shell {

namespace {

using lanes::Row;

constexpr float row_height = 24, row_gap = 4;

lanes::Setting setting_of(const content::Lesson& lesson, const content::FigureBody& body,
                          const Session& session) {
    const auto value = [&](std::string_view name) {
        return static_cast<int>(shown_value(session, lesson, body.experiment, name));
    };
    lanes::Setting setting;
    const int group = value("group");
    setting.lanes = group > 0 ? group : std::max(1, session.machine.simd_lanes_f32);
    setting.leave = std::min(value("leave"), setting.lanes);
    setting.paths = std::max(2, value("paths"));
    setting.sorted = value("order") == 1;
    return setting;
}

void draw_cell(ImDrawList& list, ImVec2 at, float side, const Row& row, bool on) {
    const ImVec2 end{at.x + side, at.y + em(row_height)};
    if (!on)
        return list.AddRectFilled(at, end, palette().code_surface, em(4));
    const ImU32 colour = row.path < 0 ? palette().model : path_colour(row.path);
    list.AddRectFilled(at, end, colour, em(4));
    if (row.path < 0)
        return;
    const char letter[2] = {path_letter(row.path), 0};
    if (side > em(11))
        draw_text(list, TextStyle::SmallStrong, {(at.x + end.x) / 2, at.y + em(4)}, text_on(colour),
                  letter, 0.5f);
}

void draw_row(ImDrawList& list, ImVec2 at, float names, float counts, float cell, const Row& row) {
    draw_text(list, TextStyle::CodeSmall, {at.x, at.y + em(4)}, palette().soft, row.name);
    const std::string count = std::to_string(row.active()) + " of " + std::to_string(row.on.size());
    draw_text(list, TextStyle::Small, {at.x + names + counts - em(8), at.y + em(4)},
              palette().faint, count, 1);
    for (std::size_t lane = 0; lane < row.on.size(); ++lane) {
        const float x = at.x + names + counts + cell * static_cast<float>(lane);
        draw_cell(list, {x, at.y}, cell - em(2), row, row.on[lane]);
    }
}

std::string sentence_of(const std::vector<Row>& rows, const lanes::Setting& setting) {
    const auto walked = rows.size() - 2;
    if (setting.sorted && setting.leave > 0 && setting.leave < setting.lanes)
        return "All numbers are sorted by path: most groups walk one, as this one does. Only where "
               "two paths meet does a group walk both.";
    if (walked <= 1)
        return "All lanes agree: one path is walked, and no lane stands still.";
    return "The unit walks " + std::to_string(walked) +
           " paths, one after the other. A lane that is off waits.";
}

void draw(const content::Lesson& lesson, const content::FigureBody& body, const Session& session,
          Commands&) {
    const lanes::Setting setting = setting_of(lesson, body, session);
    const auto rows = lanes::rows_of(lanes::paths_of(setting), setting.paths);
    const float names = text_extent(TextStyle::CodeSmall, "path A").x + em(10);
    const float counts = text_extent(TextStyle::Small, "16 of 16").x + em(14);
    const float width = ImGui::GetContentRegionAvail().x;
    const float cell =
        std::min(em(30), (width - names - counts) / static_cast<float>(setting.lanes));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const Row& row : rows) {
        draw_row(list, ImGui::GetCursorScreenPos(), names, counts, cell, row);
        ImGui::Dummy({width, em(row_height + row_gap) - ImGui::GetStyle().ItemSpacing.y});
    }
    text_wrapped(TextStyle::Label, palette().soft, sentence_of(rows, setting));
}

} // namespace

extern const Figure lanes_figure{"lanes", &draw};

} // namespace lockstep::shell
