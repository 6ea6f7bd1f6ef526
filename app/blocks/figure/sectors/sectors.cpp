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

constexpr float lane_height = 14, line_height_px = 14, line_gap = 7, fan_height = 34;
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
    float lanes_top, lines_top;
    int shown; ///< lines that are drawn
    float lane_bottom() const { return lanes_top + em(lane_height); }
    float line_top(int line) const {
        return lines_top + static_cast<float>(line) * em(line_height_px + line_gap);
    }
    float line_bottom(int line) const { return line_top(line) + em(line_height_px); }
    float bottom(bool cut) const {
        return line_bottom(shown - 1) + (cut ? text_height(TextStyle::Small) + em(4) : em(2));
    }
    /// The lane at a place: itself, or the one that asked for the word there.
    int under(ImVec2 at, const std::vector<Line>& lines) const {
        const int cell = row.under(at.x, sectors::lanes);
        if (cell < 0)
            return -1;
        if (at.y >= lanes_top && at.y < lane_bottom())
            return cell;
        for (int line = 0; line < shown; ++line)
            if (at.y >= line_top(line) && at.y < line_bottom(line))
                return lines[static_cast<std::size_t>(line)].lane[static_cast<std::size_t>(cell)];
        return -1;
    }
};

std::string name_of(const Line& line) {
    return "line " + std::to_string(line.number);
}

float names_width(const std::vector<Line>& lines, int shown, float width) {
    float widest = text_extent(TextStyle::Small, "lanes").x;
    for (int line = 0; line < shown; ++line)
        widest = std::max(
            widest,
            text_extent(TextStyle::Small, name_of(lines[static_cast<std::size_t>(line)])).x);
    const float wanted = widest + em(10);
    return wanted < 0.28f * width ? wanted : 0;
}

/// Where a lane's word is drawn, if its line is.
struct Spot {
    int line = -1, cell = 0;
};
Spot spot_of(const Words& words, int lane, const std::vector<Line>& lines, int shown) {
    const std::int64_t word = words[static_cast<std::size_t>(lane)];
    for (int line = 0; line < shown; ++line)
        if (lines[static_cast<std::size_t>(line)].number == word / sectors::words_per_line)
            return {line, static_cast<int>(word % sectors::words_per_line)};
    return {};
}

void draw_thread(ImDrawList& list, const Layout& layout, int lane, Spot spot, ImU32 colour,
                 float width) {
    const ImVec2 from{layout.row.centre(lane), layout.lane_bottom()};
    const ImVec2 to{layout.row.centre(spot.cell), layout.line_top(spot.line)};
    const float bend = (to.y - from.y) * 0.4f;
    list.AddBezierCubic(from, {from.x, from.y + bend}, {to.x, to.y - bend}, to, colour, width);
}

void draw_threads(ImDrawList& list, const Layout& layout, const Words& words,
                  const std::vector<Line>& lines) {
    if (lines.size() > most_fanned_lines)
        return;
    const ImU32 colour = mixed(palette().surface, palette().measured, 0.45f);
    for (int lane = 0; lane < sectors::lanes; ++lane)
        if (const Spot spot = spot_of(words, lane, lines, layout.shown); spot.line >= 0)
            draw_thread(list, layout, lane, spot, colour, std::max(1.0f, em(1)));
}

void draw_lanes(ImDrawList& list, const Layout& layout) {
    for (int lane = 0; lane < sectors::lanes; ++lane)
        draw_cell(list, {layout.row.x(lane), layout.lanes_top},
                  {layout.row.right(lane), layout.lane_bottom()}, CellLook::Full,
                  palette().measured);
}

/// Opaque, so that threads to lines further down pass behind it.
void draw_line(ImDrawList& list, const Layout& layout, const Line& line, int number) {
    const Palette& p = palette();
    const float top = layout.line_top(number), bottom = layout.line_bottom(number);
    for (int word = 0; word < sectors::words_per_line; ++word) {
        const auto at = static_cast<std::size_t>(word);
        const bool asked = line.lane[at] >= 0;
        const bool moves = line.moves[at / sectors::words_per_sector];
        const ImVec2 low{layout.row.x(word), top}, high{layout.row.right(word), bottom};
        list.AddRectFilled({low.x, low.y}, {low.x + layout.row.pitch, high.y}, p.surface);
        draw_cell(list, low, high,
                  asked   ? CellLook::Full
                  : moves ? CellLook::Wasted
                          : CellLook::Empty,
                  asked ? p.measured : p.cost);
    }
}

void draw_names(ImDrawList& list, const Layout& layout, const std::vector<Line>& lines,
                float left) {
    const float lift = (em(line_height_px) - text_height(TextStyle::Small)) / 2;
    draw_text(list, TextStyle::Small, {left, std::round(layout.lanes_top + lift)}, palette().soft,
              "lanes");
    for (int line = 0; line < layout.shown; ++line)
        draw_text(list, TextStyle::Small, {left, std::round(layout.line_top(line) + lift)},
                  palette().soft, name_of(lines[static_cast<std::size_t>(line)]));
}

void draw_rest(ImDrawList& list, const Layout& layout, std::size_t lines) {
    const auto shown = static_cast<std::size_t>(layout.shown);
    if (lines == shown)
        return;
    draw_text(list, TextStyle::Small,
              {layout.row.x(0), layout.line_bottom(layout.shown - 1) + em(2)}, palette().soft,
              "… and " + std::to_string(lines - shown) + " lines more");
}

void draw_chosen(ImDrawList& list, const Layout& layout, const Words& words,
                 const std::vector<Line>& lines, int lane) {
    draw_cell_ring(list, {layout.row.x(lane), layout.lanes_top},
                   {layout.row.right(lane), layout.lane_bottom()});
    const Spot spot = spot_of(words, lane, lines, layout.shown);
    if (spot.line < 0)
        return;
    draw_thread(list, layout, lane, spot, palette().ink, std::max(1.5f, em(1.5f)));
    draw_cell_ring(list, {layout.row.x(spot.cell), layout.line_top(spot.line)},
                   {layout.row.right(spot.cell), layout.line_bottom(spot.line)});
}

void draw_legend(const std::vector<Line>& lines) {
    const Palette& p = palette();
    const bool all_used =
        sectors::sectors_moved(lines) * sectors::words_per_sector == sectors::lanes;
    const CellMeaning meanings[] = {{CellLook::Full, p.measured, "asked for"},
                                    {CellLook::Wasted, p.cost, "moves, and nobody asked"},
                                    {CellLook::Empty, p.cost, "stays"}};
    cell_legend(std::span(meanings).first(all_used ? 1 : 3));
}

void draw(const content::Lesson& lesson, const content::FigureBody& body, const Session& session,
          Commands&) {
    const sectors::Setting setting = setting_of(lesson, body, session);
    const Words words = sectors::words_of(setting);
    const std::vector<Line> lines = sectors::lines_of(words);
    const int shown = std::min(static_cast<int>(lines.size()), most_lines);
    const float width = ImGui::GetContentRegionAvail().x;
    const float names = names_width(lines, shown, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float lanes_top = std::round(at.y + text_height(TextStyle::Small) + em(4));
    const Layout layout{CellRow::fitted(at.x + names, width - names, sectors::lanes, em(4)),
                        lanes_top, std::round(lanes_top + em(lane_height + fan_height)), shown};
    const float bottom = layout.bottom(lines.size() > static_cast<std::size_t>(shown));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const int lane = point_at_cell("##lanes", {width, bottom - at.y}, sectors::lanes,
                                   sectors::lanes, 5, layout.under(ImGui::GetMousePos(), lines));
    draw_threads(list, layout, words, lines);
    draw_cell_numbers(list, layout.row, layout.lanes_top, sectors::lanes);
    draw_lanes(list, layout);
    for (int line = 0; line < shown; ++line)
        draw_line(list, layout, lines[static_cast<std::size_t>(line)], line);
    if (names > 0)
        draw_names(list, layout, lines, at.x);
    draw_rest(list, layout, lines.size());
    draw_chosen(list, layout, words, lines, lane);
    draw_legend(lines);
    text_wrapped(TextStyle::LabelStrong, palette().ink, sectors::who_is(words, lane));
    text_wrapped(TextStyle::Label, palette().soft, sectors::sentence_of(setting, lines));
}

} // namespace

extern const Figure sectors_figure{"sectors", &draw};

} // namespace lockstep::shell
