// SPDX-License-Identifier: MIT
// The lanes of a warp above, memory below: a row is a line of 128 bytes, cut into four sectors.
// What a lane asked for is filled; what moves beside it is hatched.
#include "app/blocks/figure/sectors/request.hpp"
#include "app/shell/cells.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

using sectors::Line;
using sectors::Words;

constexpr float lane_height = 14, line_height_px = 14, fan_height = 34;
constexpr int most_lines = 9;        ///< more are told, not drawn
constexpr int most_fanned_lines = 4; ///< beyond that the threads of all lanes are a tangle

sectors::Setting setting_of(const content::Lesson& lesson, const content::FigureBody& body,
                            const Session& session) {
    const auto value = [&](std::string_view name) {
        return static_cast<int>(shown_value(session, lesson, body.experiment, name));
    };
    const int loads = value("loads");
    return {std::max(1, value("stride")), std::max(0, value("offset")), value("order") == 1,
            loads > 0 ? loads : sectors::Setting{}.loads};
}

struct Layout {
    CellRow row;
    float lanes_top, lines_top, line_gap;
    float lane_bottom() const { return lanes_top + em(lane_height); }
    float line_top(std::size_t line) const {
        return lines_top + static_cast<float>(line) * (em(line_height_px) + line_gap);
    }
    float line_bottom(std::size_t line) const { return line_top(line) + em(line_height_px); }
};

/// The lane at a place: itself, or the one that asked for the word there.
int lane_under(const Layout& layout, const std::vector<Line>& lines, std::size_t count, ImVec2 at) {
    const int cell = layout.row.under(at.x, sectors::lanes);
    if (cell < 0)
        return -1;
    if (at.y >= layout.lanes_top && at.y < layout.lane_bottom())
        return cell;
    for (std::size_t line = 0; line < count; ++line)
        if (at.y >= layout.line_top(line) && at.y < layout.line_bottom(line))
            return lines[line].lane[static_cast<std::size_t>(cell)];
    return -1;
}

std::string name_of(const Line& line) {
    return "line " + std::to_string(line.number);
}

/// Room for the names of all lines, the last of which has the largest number.
float names_width(const Line& last, float width) {
    const float widest = std::max(text_extent(TextStyle::Small, "lanes").x,
                                  text_extent(TextStyle::Small, name_of(last)).x);
    const float wanted = widest + em(10);
    return wanted < 0.28f * width ? wanted : 0;
}

/// A thread from a lane to the word it asked for.
void draw_thread(ImDrawList& list, const Layout& layout, int lane, std::size_t line, int cell,
                 ImU32 colour, float width) {
    const ImVec2 from{layout.row.centre(lane), layout.lane_bottom()};
    const ImVec2 to{layout.row.centre(cell), layout.line_top(line)};
    const float bend = (to.y - from.y) * 0.4f;
    list.AddBezierCubic(from, {from.x, from.y + bend}, {to.x, to.y - bend}, to, colour, width);
}

template <class Draw>
void each_asked(const std::vector<Line>& lines, Draw draw) {
    for (std::size_t line = 0; line < lines.size(); ++line)
        for (int cell = 0; cell < sectors::words_per_line; ++cell)
            if (const int lane = lines[line].lane[static_cast<std::size_t>(cell)]; lane >= 0)
                draw(line, cell, lane);
}

void draw_threads(ImDrawList& list, const Layout& layout, const std::vector<Line>& lines) {
    if (lines.size() > most_fanned_lines)
        return;
    const ImU32 colour = mixed(palette().surface, palette().measured, 0.45f);
    each_asked(lines, [&](std::size_t line, int cell, int lane) {
        draw_thread(list, layout, lane, line, cell, colour, std::max(1.0f, em(1)));
    });
}

void draw_lanes(ImDrawList& list, const Layout& layout) {
    draw_cell_numbers(list, layout.row, layout.lanes_top, sectors::lanes);
    for (int lane = 0; lane < sectors::lanes; ++lane)
        draw_cell(list, {layout.row.x(lane), layout.lanes_top},
                  {layout.row.right(lane), layout.lane_bottom()}, CellLook::Full,
                  palette().measured);
}

void draw_word(ImDrawList& list, ImVec2 low, ImVec2 high, const Line& line, std::size_t word) {
    if (line.lane[word] >= 0)
        draw_cell(list, low, high, CellLook::Full, palette().measured);
    else if (line.moves[word / sectors::words_per_sector])
        draw_cell(list, low, high, CellLook::Cost, palette().cost);
    else
        draw_cell(list, low, high, CellLook::Empty, 0);
}

/// Opaque, so that threads to lines further down pass behind it.
void draw_lines(ImDrawList& list, const Layout& layout, const std::vector<Line>& lines) {
    for (std::size_t line = 0; line < lines.size(); ++line)
        for (int word = 0; word < sectors::words_per_line; ++word) {
            const ImVec2 low{layout.row.x(word), layout.line_top(line)};
            const ImVec2 high{layout.row.right(word), layout.line_bottom(line)};
            list.AddRectFilled(low, {low.x + layout.row.pitch, high.y}, palette().surface);
            draw_word(list, low, high, lines[line], static_cast<std::size_t>(word));
        }
}

void draw_names(ImDrawList& list, const Layout& layout, const std::vector<Line>& lines,
                float left) {
    const float lift = (em(line_height_px) - text_height(TextStyle::Small)) / 2;
    draw_text(list, TextStyle::Small, {left, std::round(layout.lanes_top + lift)}, palette().soft,
              "lanes");
    for (std::size_t line = 0; line < lines.size(); ++line)
        draw_text(list, TextStyle::Small, {left, std::round(layout.line_top(line) + lift)},
                  palette().soft, name_of(lines[line]));
}

void draw_chosen(ImDrawList& list, const Layout& layout, const std::vector<Line>& lines,
                 int chosen) {
    each_asked(lines, [&](std::size_t line, int cell, int lane) {
        if (lane != chosen)
            return;
        draw_thread(list, layout, lane, line, cell, palette().ink, std::max(1.5f, em(1.5f)));
        draw_cell_ring(list, {layout.row.x(cell), layout.line_top(line)},
                       {layout.row.right(cell), layout.line_bottom(line)});
    });
    draw_cell_ring(list, {layout.row.x(chosen), layout.lanes_top},
                   {layout.row.right(chosen), layout.lane_bottom()});
}

/// Only what is to be seen.
void draw_legend(const std::vector<Line>& lines) {
    const int moved = sectors::sectors_moved(lines);
    std::vector<CellMeaning> meanings{{CellLook::Full, palette().measured, "asked for"}};
    if (moved * sectors::words_per_sector > sectors::lanes)
        meanings.push_back({CellLook::Cost, palette().cost, "moves, and nobody asked"});
    if (moved < static_cast<int>(lines.size()) * sectors::sectors_per_line)
        meanings.push_back({CellLook::Empty, 0, "stays"});
    cell_legend(meanings);
}

Layout layout_of(const std::vector<Line>& lines, ImVec2 at, float width, float names) {
    const float top = std::round(at.y + text_height(TextStyle::Small) + em(4));
    // Between few lines the threads need room to be seen, between many none passes.
    const float gap = em(lines.size() > most_fanned_lines ? 6 : 12);
    return {CellRow::fitted(at.x + names, width - names, sectors::lanes, em(4)), top,
            std::round(top + em(lane_height + fan_height)), gap};
}

/// Returns the lane that is spoken of.
int draw_request(const CellItem& item, ImDrawList& list, const Words& words,
                 const std::vector<Line>& lines) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float names = names_width(lines.back(), width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Layout layout = layout_of(lines, at, width, names);
    const std::size_t count = std::min<std::size_t>(lines.size(), most_lines);
    const bool cut = count < lines.size();
    // Where not all have room the last line follows the chosen lane, and so cannot choose one.
    const int under = lane_under(layout, lines, cut ? count - 1 : count, ImGui::GetMousePos());
    ImGui::SetCursorScreenPos({layout.row.x(0), at.y});
    const ImVec2 size{layout.row.width(sectors::lanes),
                      layout.line_bottom(count - 1) + em(2) - at.y};
    const int lane = point_at_cell(item, size, sectors::lanes, sectors::lanes, 5, under);
    const auto shown = sectors::lines_shown(lines, words, most_lines, lane);
    draw_threads(list, layout, lines);
    draw_lanes(list, layout);
    draw_lines(list, layout, shown);
    if (names > 0)
        draw_names(list, layout, shown, at.x);
    draw_chosen(list, layout, shown, lane);
    if (cut)
        text(TextStyle::Small, palette().soft,
             "… " + std::to_string(lines.size() - count) + " lines more");
    return lane;
}

void draw(const content::Lesson& lesson, const content::FigureBody& body, const Session& session,
          Commands& commands) {
    const sectors::Setting setting = setting_of(lesson, body, session);
    const Words words = sectors::words_of(setting);
    const std::vector<Line> lines = sectors::lines_of(words);
    const int lane =
        draw_request({"##lanes", session, commands}, *ImGui::GetWindowDrawList(), words, lines);
    draw_legend(lines);
    text_wrapped(TextStyle::LabelStrong, palette().ink, sectors::who_is(words, lane));
    text_wrapped(TextStyle::Label, palette().soft, sectors::sentence_of(setting, lines));
}

} // namespace

extern const Figure sectors_figure{"sectors", &draw};

} // namespace lockstep::shell
