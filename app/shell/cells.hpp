// SPDX-License-Identifier: MIT
// Pictures made of cells, one for each lane, word or slot: how a used, a spare and a dear one
// look, and which one the learner points at. Told apart by their filling, not by their hue alone.
#pragma once

#include "app/experiment/commands.hpp"
#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

namespace lockstep::shell {

enum class CellLook {
    Full,   ///< filled: does what the picture is about
    Partly, ///< filled to half its height: so much of it does it
    Tint,   ///< a quiet filling: belongs to what was chosen
    Late,   ///< filled and hatched: does it, but had to wait for it
    Hollow, ///< an outline: is there, and has nothing to do
    Empty,  ///< a shadow: nobody
    Cost,   ///< hatched: what is paid for beside the work itself
};

void draw_cell(ImDrawList& list, ImVec2 low, ImVec2 high, CellLook look, ImU32 colour);
/// Round what is spoken of: in ink where it is one cell, in the accent where it is several.
void draw_cell_ring(ImDrawList& list, ImVec2 low, ImVec2 high, ImU32 colour = palette().ink);

/// Cells side by side on whole pixels, with a gap after each eighth where there is one.
struct CellRow {
    float left = 0;
    float pitch = 1; ///< from one cell to the next
    float group_gap = 0;

    /// As wide as `width` allows.
    static CellRow fitted(float left, float width, int cells, float group_gap = 0);
    float gap() const { return pitch >= 4 ? std::max(1.0f, std::round(pitch * 0.15f)) : 0; }
    float x(int cell) const;
    float right(int cell) const { return x(cell) + pitch - gap(); }
    float width(int cells) const { return right(cells - 1) - x(0); }
    float centre(int cell) const { return (x(cell) + right(cell)) / 2; }
    /// The cell at a place, or -1.
    int under(float at_x, int cells) const;
};

/// 0, 8, 16 and so on, and the last one, in the line of Small above a row whose top is `y`.
void draw_cell_numbers(ImDrawList& list, const CellRow& row, float y, int cells);

/// "warp 0", "warp 1" and so on at the left of rows that stand `pitch` apart; of rows lower than a
/// line of text as many as have room for it.
void draw_row_names(ImDrawList& list, ImVec2 at, float pitch, int rows, std::string_view what,
                    int first = 0);

struct CellMeaning {
    CellLook look;
    ImU32 colour;
    std::string_view words;
};
/// What the cells of a picture mean, at the cursor, in as many lines as it takes.
void cell_legend(std::span<const CellMeaning> meanings);

/// An item whose cells can be chosen; the session keeps which one was, for each lesson and page.
struct CellItem {
    const char* id;
    const Session& session;
    Commands& commands;
};
/// An item of `size` at the cursor over `cells` cells in rows of `columns`. Returns the one under
/// the pointer (`under`, which the caller works out), else the one that a click or the arrow keys
/// chose, at first `start`.
int point_at_cell(const CellItem& picture, ImVec2 size, int cells, int columns, int start,
                  int under);

} // namespace lockstep::shell
