// SPDX-License-Identifier: MIT
// A grid, one of its blocks, and that block's lanes: a row is a warp. Point at a lane to learn
// which item it computes.
#include "app/blocks/figure/launch/shape.hpp"
#include "app/shell/cells.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

using launch::Shape;

constexpr float block_height = 26, block_gap = 4, zoom_height = 14;
constexpr float rows_height = 190, tallest = 17, lowest = 6;

Shape shape_of(const content::Lesson& lesson, const content::FigureBody& body,
               const Session& session) {
    const auto value = [&](std::string_view name) {
        return static_cast<int>(shown_value(session, lesson, body.experiment, name));
    };
    return {std::max(0, value("items")), std::max(1, value("block"))};
}

// ---- the grid: its first blocks, and its last

struct Strip {
    float left, box; ///< left edge; from one box to the next
    int boxes, blocks;
    bool cut() const { return boxes < blocks; }
    /// The block in a box: all of them, or the first few, a gap and the last.
    int block(int box_number) const {
        return cut() && box_number == boxes - 1 ? blocks - 1 : box_number;
    }
    bool is_gap(int box_number) const { return cut() && box_number == boxes - 2; }
    ImVec2 low(int box_number, float y) const {
        return {left + box * static_cast<float>(box_number), y};
    }
};

Strip strip_of(const Shape& shape, float left, float width) {
    const float widest = text_extent(TextStyle::Small, std::to_string(shape.blocks() - 1)).x;
    const float box = std::max(em(40), widest + em(16));
    const int fit = std::clamp(static_cast<int>(width / box), 3, 8);
    const int boxes = std::min(fit, shape.blocks());
    return {left, std::floor(width / static_cast<float>(std::max(boxes, 4))), boxes,
            shape.blocks()};
}

void draw_box(ImDrawList& list, const Strip& strip, int number, float y, bool chosen) {
    const Palette& p = palette();
    const ImVec2 low = strip.low(number, y);
    const ImVec2 high{low.x + strip.box - em(block_gap), low.y + em(block_height)};
    const float text_y = std::round(y + (em(block_height) - text_height(TextStyle::Small)) / 2);
    const float middle = (low.x + high.x) / 2;
    if (strip.is_gap(number))
        return draw_text(list, TextStyle::Small, {middle, text_y}, p.soft, "…", 0.5f);
    list.AddRectFilled(low, high, chosen ? p.accent_surface : p.surface, em(5));
    list.AddRect(low, high, chosen ? p.accent : p.line, em(5), 0, em(chosen ? 1.5f : 1));
    draw_text(list, chosen ? TextStyle::SmallStrong : TextStyle::Small, {middle, text_y},
              chosen ? p.accent : p.soft, std::to_string(strip.block(number)), 0.5f);
}

/// Returns the box that is chosen.
int draw_strip(const CellItem& item, ImDrawList& list, const Strip& strip, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 mouse = ImGui::GetMousePos();
    int under = -1;
    for (int box = 0; box < strip.boxes; ++box) {
        const float x = strip.low(box, 0).x;
        if (!strip.is_gap(box) && mouse.x >= x && mouse.x < x + strip.box)
            under = box;
    }
    int chosen = point_at_cell(item, {width, em(block_height)}, strip.boxes, strip.boxes,
                               std::min(2, strip.boxes - 1), under);
    if (strip.is_gap(chosen)) // reached by a key: the next one is the last block
        chosen = strip.boxes - 1;
    for (int box = 0; box < strip.boxes; ++box)
        draw_box(list, strip, box, at.y, box == chosen);
    return chosen;
}

// ---- the lanes of one block

struct Lanes {
    CellRow row;
    float top, pitch; ///< of the first warp; from one warp to the next
    int warps;
    float y(int warp) const { return top + pitch * static_cast<float>(warp); }
    float bottom(int warp) const { return y(warp) + pitch - std::max(1.0f, row.gap()); }
    int under(ImVec2 at) const {
        const int lane = row.under(at.x, launch::warp_lanes);
        const int warp = static_cast<int>(std::floor((at.y - top) / pitch));
        return lane < 0 || warp < 0 || warp >= warps ? -1 : warp * launch::warp_lanes + lane;
    }
};

/// Room for the warps' names, unless large letters would leave none for the lanes.
float names_width(float width) {
    const float wanted = text_extent(TextStyle::Small, "warp 31").x + em(10);
    return wanted < 0.25f * width ? wanted : 0;
}

void draw_lanes(ImDrawList& list, const Lanes& lanes, const Shape& shape, int block) {
    const Palette& p = palette();
    for (int place = 0; place < shape.lanes(); ++place) {
        const int warp = place / launch::warp_lanes, lane = place % launch::warp_lanes;
        const ImVec2 low{lanes.row.x(lane), lanes.y(warp)};
        const ImVec2 high{lanes.row.right(lane), lanes.bottom(warp)};
        switch (launch::lane_of(shape, block, place)) {
        case launch::Lane::Works:
            draw_cell(list, low, high, CellLook::Full, p.measured);
            break;
        case launch::Lane::NoItem:
            draw_cell(list, low, high, CellLook::Hollow, p.measured);
            break;
        case launch::Lane::NoThread:
            draw_cell(list, low, high, CellLook::Cost, p.cost);
            break;
        }
    }
}

/// From the chosen block to the lanes it is made of, as a glass that enlarges it.
void draw_zoom(ImDrawList& list, const Strip& strip, int chosen, float y, const Lanes& lanes) {
    const ImVec2 box = strip.low(chosen, y);
    const float to = y + em(zoom_height), left = lanes.row.x(0);
    const float right = lanes.row.right(launch::warp_lanes - 1);
    const ImVec2 corners[] = {box, {box.x + strip.box - em(block_gap), y}, {right, to}, {left, to}};
    list.AddConvexPolyFilled(corners, 4, faded(palette().accent_surface, 0.8f));
    list.AddLine({box.x + em(2), y}, {left, to}, palette().accent, em(1));
    list.AddLine({box.x + strip.box - em(block_gap + 2), y}, {right, to}, palette().accent, em(1));
    list.AddLine({left, to}, {right, to}, palette().accent, em(1));
}

void draw_legend(const Shape& shape, int block) {
    std::vector<CellMeaning> meanings{
        {CellLook::Full, palette().measured, "a thread with its item"}};
    if (launch::threads_without_item(shape, block) > 0)
        meanings.push_back({CellLook::Hollow, palette().measured, "a thread without an item"});
    if (shape.spare_lanes() > 0)
        meanings.push_back({CellLook::Cost, palette().cost, "no thread"});
    cell_legend(meanings);
}

void draw(const content::Lesson& lesson, const content::FigureBody& body, const Session& session,
          Commands& commands) {
    const Shape shape = shape_of(lesson, body, session);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float width = ImGui::GetContentRegionAvail().x, names = names_width(width);
    text_wrapped(TextStyle::Label, palette().soft, launch::grid_words(shape));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Strip strip = strip_of(shape, at.x, width);
    const int box = draw_strip({"##blocks", session, commands}, list, strip, width);
    const int block = strip.block(box);

    const float below = at.y + em(block_height);
    const float numbers = text_height(TextStyle::Small) + em(4);
    const float pitch = std::round(
        std::clamp(em(rows_height) / static_cast<float>(shape.warps()), em(lowest), em(tallest)));
    const Lanes lanes{CellRow::fitted(at.x + names, width - names, launch::warp_lanes),
                      std::round(below + em(zoom_height) + numbers), pitch, shape.warps()};
    draw_zoom(list, strip, box, below, lanes);
    draw_cell_numbers(list, lanes.row, lanes.top, launch::warp_lanes);
    ImGui::SetCursorScreenPos({lanes.row.x(0), lanes.top});
    const int start = std::min(launch::warp_lanes + 3, shape.block - 1);
    const int place = point_at_cell(
        {"##lanes", session, commands},
        {lanes.row.width(launch::warp_lanes), pitch * static_cast<float>(shape.warps())},
        shape.lanes(), launch::warp_lanes, start, lanes.under(ImGui::GetMousePos()));
    if (names > 0)
        draw_row_names(list, {at.x, lanes.top}, pitch, lanes.warps, "warp");
    draw_lanes(list, lanes, shape, block);
    const int warp = place / launch::warp_lanes, lane = place % launch::warp_lanes;
    draw_cell_ring(list, {lanes.row.x(lane), lanes.y(warp)},
                   {lanes.row.right(lane), lanes.bottom(warp)});
    draw_legend(shape, block);
    text_wrapped(TextStyle::LabelStrong, palette().ink, launch::who_is(shape, block, place));
    text_wrapped(TextStyle::Label, palette().soft, launch::sentence_of(shape, block));
}

} // namespace

extern const Figure launch_figure{"launch", &draw};

} // namespace lockstep::shell
