// SPDX-License-Identifier: MIT
// A tile of shared memory, the column that a warp reads, and one bank wherever it lies in the tile;
// below, the banks with their lanes: a row is a pass.
#include "app/blocks/figure/banks/tile.hpp"
#include "app/shell/cells.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

using banks::Reading;
using banks::Tile;

constexpr float word_height = 7, pass_height = 17, passes_height = 150;

Tile tile_of(const content::Lesson& lesson, const content::FigureBody& body,
             const Session& session) {
    const double pad = shown_value(session, lesson, body.experiment, "pad");
    return {std::clamp(static_cast<int>(pad), 0, banks::columns)};
}

/// Rows of cells with a pitch of their own down the page.
struct Grid {
    CellRow row;
    float top, pitch;
    int rows, cells;
    float y(int at) const { return top + pitch * static_cast<float>(at); }
    float bottom(int at) const { return y(at) + pitch - (pitch >= 4 ? std::max(1.0f, em(1)) : 0); }
    float height() const { return pitch * static_cast<float>(rows); }
    ImVec2 low(int at, int cell) const { return {row.x(cell), y(at)}; }
    ImVec2 high(int at, int cell) const { return {row.right(cell), bottom(at)}; }
    int under(ImVec2 at) const {
        const int cell = row.under(at.x, cells);
        const int line = static_cast<int>(std::floor((at.y - top) / pitch));
        return cell < 0 || line < 0 || line >= rows ? -1 : line * cells + cell;
    }
};

float names_width(float width) {
    const float wanted = text_extent(TextStyle::Small, "pass 32").x + em(10);
    return wanted < 0.25f * width ? wanted : 0;
}

float numbers_height() {
    return text_height(TextStyle::Small) + em(4);
}

/// A lane that finds its bank busy waits for a later pass: that is what the column costs.
void draw_read(ImDrawList& list, ImVec2 low, ImVec2 high, int pass) {
    if (pass == 0)
        return draw_cell(list, low, high, CellLook::Full, palette().measured);
    draw_cell(list, low, high, CellLook::Late, palette().cost);
}

void draw_tile(ImDrawList& list, const Grid& grid, const Tile& tile, const Reading& reading,
               int column, int bank) {
    for (int at = 0; at < grid.rows; ++at)
        for (int cell = 0; cell < grid.cells; ++cell) {
            const ImVec2 low = grid.low(at, cell), high = grid.high(at, cell);
            const int pass = reading.pass_of_lane[static_cast<std::size_t>(at)];
            if (cell == column)
                draw_read(list, low, high, pass);
            else if (tile.bank(at, cell) == bank)
                draw_cell(list, low, high, CellLook::Tint, palette().accent);
            else if (cell < banks::columns)
                draw_cell(list, low, high, CellLook::Empty, 0);
            else
                draw_cell(list, low, high, CellLook::Hollow, palette().line);
        }
}

void draw_tile_numbers(ImDrawList& list, const Grid& grid, const Tile& tile) {
    draw_cell_numbers(list, grid.row, grid.top, banks::columns);
    const float y = grid.top - text_height(TextStyle::Small) - em(2);
    const float x = grid.row.x(banks::columns) + em(6);
    const bool room = grid.row.x(grid.cells) - x > text_extent(TextStyle::Small, "pad").x;
    if (tile.pad > 0 && room)
        draw_text(list, TextStyle::Small, {x, y}, palette().faint, "pad");
}

void draw_passes(ImDrawList& list, const Grid& grid, const Reading& reading, int bank) {
    for (int pass = 0; pass < grid.rows; ++pass)
        for (int cell = 0; cell < grid.cells; ++cell) {
            const auto& lanes = reading.lanes_of_bank[static_cast<std::size_t>(cell)];
            const ImVec2 low = grid.low(pass, cell), high = grid.high(pass, cell);
            if (pass < static_cast<int>(lanes.size()))
                draw_read(list, low, high, pass);
            else
                draw_cell(list, low, high, CellLook::Empty, 0);
        }
    draw_cell_ring(list, grid.low(0, bank), grid.high(grid.rows - 1, bank), palette().accent);
}

void draw_legend(const Reading& reading, int bank) {
    const Palette& p = palette();
    const std::string name = "the words of bank " + std::to_string(bank);
    const CellMeaning meanings[] = {
        {CellLook::Full, p.measured, reading.passes() == 1 ? "read" : "read in the first pass"},
        {CellLook::Late, p.cost, "waits for a later pass"},
        {CellLook::Tint, p.accent, name}};
    if (reading.passes() > 1)
        return cell_legend(meanings);
    const CellMeaning fewer[] = {meanings[0], meanings[2]};
    cell_legend(fewer);
}

/// The tile's cells, and which of them is spoken of.
struct Chosen {
    int row, column, bank;
};

Chosen draw_tile_card(const CellItem& item, ImDrawList& list, const Tile& tile, float width,
                      float names, Reading& reading) {
    text_wrapped(TextStyle::Label, palette().soft, banks::tile_words(tile));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Grid grid{CellRow::fitted(at.x + names, width - names, tile.width()),
                    std::round(at.y + numbers_height()), std::round(em(word_height)), banks::rows,
                    tile.width()};
    ImGui::SetCursorScreenPos({grid.row.x(0), grid.top});
    // Away from the edges, a bank's words are seen to wander from row to row.
    const int start = 4 * grid.cells + 8;
    const int cell =
        point_at_cell(item, {grid.row.width(grid.cells), grid.height()}, grid.rows * grid.cells,
                      grid.cells, start, grid.under(ImGui::GetMousePos()));
    const Chosen chosen{cell / grid.cells, cell % grid.cells,
                        tile.bank(cell / grid.cells, cell % grid.cells)};
    const int read = std::min(chosen.column, banks::columns - 1); // nobody reads the padding
    reading = banks::read_column(tile, read);
    draw_tile_numbers(list, grid, tile);
    if (names > 0)
        draw_row_names(list, {at.x, grid.top}, grid.pitch, grid.rows, "row");
    draw_tile(list, grid, tile, reading, read, chosen.bank);
    draw_cell_ring(list, grid.low(chosen.row, chosen.column), grid.high(chosen.row, chosen.column));
    return chosen;
}

void draw_pass_card(ImDrawList& list, const Reading& reading, float width, float names, int bank) {
    text_wrapped(TextStyle::Label, palette().soft, "the column that the warp reads, bank by bank");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float pitch = std::round(std::clamp(
        em(passes_height) / static_cast<float>(reading.passes()), em(4), em(pass_height)));
    const Grid grid{CellRow::fitted(at.x + names, width - names, banks::bank_count),
                    std::round(at.y + numbers_height()), pitch, reading.passes(),
                    banks::bank_count};
    draw_cell_numbers(list, grid.row, grid.top, grid.cells);
    if (names > 0)
        draw_row_names(list, {at.x, grid.top}, grid.pitch, grid.rows, "pass", 1);
    draw_passes(list, grid, reading, bank);
    ImGui::Dummy({width, grid.top + grid.height() + em(2) - at.y});
}

void draw(const content::Lesson& lesson, const content::FigureBody& body, const Session& session,
          Commands& commands) {
    const Tile tile = tile_of(lesson, body, session);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float width = ImGui::GetContentRegionAvail().x, names = names_width(width);
    Reading reading;
    const Chosen chosen =
        draw_tile_card({"##words", session, commands}, list, tile, width, names, reading);
    vertical_space(6);
    draw_pass_card(list, reading, width, names, chosen.bank);
    draw_legend(reading, chosen.bank);
    text_wrapped(TextStyle::LabelStrong, palette().ink,
                 banks::who_is(tile, reading, chosen.row, chosen.column));
    text_wrapped(TextStyle::Label, palette().soft, banks::sentence_of(reading));
}

} // namespace

extern const Figure banks_figure{"banks", &draw};

} // namespace lockstep::shell
