// SPDX-License-Identifier: MIT
// The square, its scale, and the ranges of the groups.
#include "app/shell/latency_matrix.hpp"

#include "app/experiment/latency_groups.hpp"
#include "app/experiment/latency_square.hpp"
#include "app/shell/cells.hpp"
#include "app/shell/plot_style.hpp"
#include "app/shell/widgets.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>

namespace lockstep::shell {

namespace {

constexpr float widest_cell = 52, least_cell = 4, highest_square = 560;

struct Square {
    const LatencySquare& pairs;
    ImVec2 at{}; ///< of the cells, without the CPU numbers
    float cell = 1;
    bool numbered = false; ///< the latencies stand in the cells
    int label_step = 1;    ///< every so many CPUs have their number at the edge

    float gap() const { return cell >= em(12) ? em(2) : cell >= em(7) ? 1.0f : 0.0f; }
    float x(std::size_t column) const { return at.x + cell * static_cast<float>(column); }
    float y(std::size_t row) const { return at.y + cell * static_cast<float>(row); }
    float side() const { return cell * static_cast<float>(pairs.side()); }
};

float edge_width(const LatencySquare& pairs) {
    float width = 0;
    for (const int cpu : pairs.cpus)
        width = std::max(width, text_extent(TextStyle::Small, std::to_string(cpu)).x);
    return width + em(8);
}

float edge_height() {
    return text_height(TextStyle::Small) + em(6);
}

std::string number_of(double ns) {
    return std::isnan(ns) ? "" : format_number(ns, ns < 10 ? 2 : 3);
}

Square square_of(const LatencySquare& pairs, float width) {
    Square square{pairs};
    const auto side = static_cast<float>(std::max<std::size_t>(pairs.side(), 1));
    const float room = std::min(width - edge_width(pairs), em(highest_square));
    square.cell = std::max(1.0f, std::floor(std::min(room / side, em(widest_cell))));
    float widest = 0;
    for (const double ns : pairs.ns)
        widest = std::max(widest, text_extent(TextStyle::Small, number_of(ns)).x);
    square.numbered = square.cell >= widest + em(6) && square.cell >= em(18);
    const float edge = std::max(edge_width(pairs), text_height(TextStyle::Small) + em(2));
    while (square.cell * static_cast<float>(square.label_step) < edge)
        square.label_step *= 2;
    return square;
}

ImU32 shade_of(const LatencySquare& pairs, double ns) {
    const Palette& p = palette();
    return mixed(p.surface, p.measured, 0.16f + 0.84f * static_cast<float>(pairs.share(ns)));
}

void draw_pair(ImDrawList& list, const Square& square, std::size_t row, std::size_t column) {
    const double ns = square.pairs.at(row, column);
    const ImVec2 low{square.x(column), square.y(row)};
    const ImVec2 high{low.x + square.cell - square.gap(), low.y + square.cell - square.gap()};
    if (row == column)
        return;
    if (std::isnan(ns))
        return draw_cell(list, low, high, CellLook::Hollow, palette().line);
    const ImU32 shade = shade_of(square.pairs, ns);
    list.AddRectFilled(low, high, shade, square.cell >= em(12) ? em(3) : 0.0f);
    if (square.numbered)
        draw_text(list, TextStyle::Small,
                  {(low.x + high.x) / 2,
                   std::round((low.y + high.y - text_height(TextStyle::Small)) / 2)},
                  text_on(shade), number_of(ns), 0.5f);
}

void draw_edges(ImDrawList& list, const Square& square) {
    const float half = (square.cell - square.gap()) / 2, high = text_height(TextStyle::Small);
    const auto step = static_cast<std::size_t>(square.label_step);
    for (std::size_t i = 0; i < square.pairs.side(); i += step) {
        const std::string cpu = std::to_string(square.pairs.cpus[i]);
        draw_text(list, TextStyle::Small, {square.x(i) + half, square.at.y - high - em(4)},
                  palette().soft, cpu, 0.5f);
        draw_text(list, TextStyle::Small,
                  {square.at.x - em(8), std::round(square.y(i) + half - high / 2)}, palette().soft,
                  cpu, 1);
    }
}

int cell_under(const Square& square, ImVec2 mouse) {
    const float column = std::floor((mouse.x - square.at.x) / square.cell);
    const float row = std::floor((mouse.y - square.at.y) / square.cell);
    const auto side = static_cast<float>(square.pairs.side());
    if (column < 0 || row < 0 || column >= side || row >= side || column == row)
        return -1;
    return static_cast<int>(row * side + column);
}

/// From the shortest to the longest latency, as the cells are shaded.
void draw_scale(const LatencySquare& pairs) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float high = text_height(TextStyle::Small), step = em(5);
    constexpr int steps = 20;
    const std::string low = format_number(pairs.low_ns, 3) + " ns",
                      most = format_number(pairs.high_ns, 3) + " ns";
    draw_text(list, TextStyle::Small, at, palette().soft, low);
    float x = at.x + text_extent(TextStyle::Small, low).x + em(8);
    for (int i = 0; i < steps; ++i, x += step) {
        const double share = i / (steps - 1.0);
        const double ns = pairs.low_ns * std::pow(pairs.high_ns / pairs.low_ns, share);
        list.AddRectFilled({x, at.y + em(2)}, {x + step, at.y + high - em(1)}, shade_of(pairs, ns));
    }
    draw_text(list, TextStyle::Small, {x + em(8), at.y}, palette().soft, most);
    ImGui::Dummy({x - at.x + em(8) + text_extent(TextStyle::Small, most).x, high});
}

void draw_square(const CellItem& item, const protocol::Layout& layout, const LatencySquare& pairs) {
    Square square = square_of(pairs, ImGui::GetContentRegionAvail().x);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    square.at = {corner.x + edge_width(pairs), corner.y + edge_height()};
    const int side = static_cast<int>(pairs.side());
    const ImVec2 size{edge_width(pairs) + square.side(), edge_height() + square.side()};
    const int chosen = point_at_cell(item, size, side * side, side, std::min(side, side * side - 1),
                                     cell_under(square, ImGui::GetIO().MousePos));
    const auto row = static_cast<std::size_t>(chosen / side);
    const auto column = static_cast<std::size_t>(chosen % side);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < pairs.side(); ++i)
        for (std::size_t j = 0; j < pairs.side(); ++j)
            draw_pair(list, square, i, j);
    draw_edges(list, square);
    if (row != column)
        draw_cell_ring(list, {square.x(column), square.y(row)},
                       {square.x(column) + square.cell - square.gap(),
                        square.y(row) + square.cell - square.gap()});
    vertical_space(10);
    const std::string words = pair_words(layout, pairs, row, column);
    text_wrapped(TextStyle::Label, palette().ink,
                 words.empty() ? "The same CPU twice: nothing to hand over." : words);
    vertical_space(8);
    if (pairs.high_ns > pairs.low_ns)
        draw_scale(pairs);
}

struct GroupColumns {
    float names = 0, numbers = 0, range = 0; ///< widths
};

GroupColumns columns_of(const std::vector<LatencyGroup>& groups, float width) {
    GroupColumns columns;
    for (const LatencyGroup& group : groups) {
        columns.names = std::max(columns.names, text_extent(TextStyle::Label, group.words).x);
        columns.numbers =
            std::max(columns.numbers,
                     text_extent(TextStyle::Label, format_number(group.median_ns, 3) + " ns").x);
    }
    columns.names += em(16);
    columns.range = std::max(width - columns.names - columns.numbers - em(12), em(60));
    return columns;
}

/// Least to most as a line, the median as a mark, on a ruler that begins at 0.
void draw_group(const LatencyGroup& group, const GroupColumns& columns, double most,
                Provenance provenance) {
    const Palette& p = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float high = line_height(TextStyle::Label), y = std::round(at.y + high / 2);
    const float text_y = std::round(at.y + (high - text_height(TextStyle::Label)) / 2);
    const float left = at.x + columns.names;
    const auto x = [&](double ns) { return left + columns.range * static_cast<float>(ns / most); };
    draw_text(list, TextStyle::Label, {at.x, text_y}, p.soft, group.words);
    list.AddRectFilled({left, y - em(1)}, {left + columns.range, y}, p.line);
    list.AddRectFilled({x(group.low_ns), y - em(3)},
                       {std::max(x(group.high_ns), x(group.low_ns) + 1), y + em(2)},
                       faded(p.measured, 0.45f), em(2));
    draw_mark(list, {x(group.median_ns), y - em(0.5f)}, provenance, p.measured, mark_radius());
    draw_text(list, TextStyle::Label, {left + columns.range + columns.numbers + em(12), text_y},
              p.ink, format_number(group.median_ns, 3) + " ns", 1);
    ImGui::Dummy({columns.names + columns.range + columns.numbers + em(12), high});
    hint(fmt::format("{} pairs, {} to {} ns", group.pairs, format_number(group.low_ns, 3),
                     format_number(group.high_ns, 3)));
}

} // namespace

void draw_latency_groups(const protocol::Layout& layout, const protocol::CoreLatencies& latencies,
                         Provenance provenance) {
    const auto groups = latency_groups(layout, latencies);
    double most = 0;
    for (const LatencyGroup& group : groups)
        most = std::max(most, group.high_ns);
    if (!(most > 0))
        return;
    const GroupColumns columns = columns_of(groups, ImGui::GetContentRegionAvail().x);
    for (const LatencyGroup& group : groups)
        draw_group(group, columns, 1.05 * most, provenance);
}

void draw_latency_matrix(const CellItem& item, const protocol::Layout& layout,
                         const protocol::CoreLatencies& latencies, Provenance provenance) {
    const LatencySquare pairs = latency_square(layout, latencies);
    if (!(pairs.high_ns > 0))
        return;
    const Square square = square_of(pairs, ImGui::GetContentRegionAvail().x);
    const bool drawn = square.cell >= em(least_cell);
    if (drawn)
        draw_square(item, layout, pairs);
    if (drawn)
        vertical_space(12);
    if (!drawn || latency_groups(layout, latencies).size() > 1)
        draw_latency_groups(layout, latencies, provenance);
}

} // namespace lockstep::shell
