// SPDX-License-Identifier: MIT
// A row for each warp, and below them the scheduler's own: what is issued in each slot, and the
// slots that nobody could take.
#include "app/blocks/figure/scheduler/slots.hpp"
#include "app/shell/cells.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

using scheduler::Setting;
using scheduler::Slots;
using simt::WarpState;

constexpr float rows_height = 170, tallest = 18, lowest = 4, scheduler_height = 20, rows_gap = 8;

Setting setting_of(const content::Lesson& lesson, const content::FigureBody& body,
                   const Session& session) {
    const auto value = [&](std::string_view name) {
        return static_cast<int>(shown_value(session, lesson, body.experiment, name));
    };
    Setting setting;
    const int warps = value("warps"), chains = value("chains");
    setting.chains = warps <= 0 && chains > 0;
    setting.in_flight = setting.chains ? chains : warps > 0 ? warps : setting.in_flight;
    // A workload without them leaves the ones that are legible.
    if (const int latency = value("latency"); latency > 0)
        setting.latency = std::min(latency, 1000);
    if (const int arithmetic = value("arithmetic"); arithmetic > 0)
        setting.arithmetic = std::min(arithmetic, 64);
    if (const int latency = value("arithmetic_latency"); latency > 0)
        setting.arithmetic_latency = std::min(latency, 100);
    return setting;
}

struct Layout {
    float left, width; ///< of the slots
    float top, pitch;  ///< of the first row; from one row to the next
    int rows, slots;
    float x(int slot) const {
        return std::round(left + width * static_cast<float>(slot) / static_cast<float>(slots));
    }
    float right(int slot) const {
        const float next = x(slot + 1);
        return next - x(slot) >= 4 ? next - std::max(1.0f, em(1)) : next;
    }
    float y(int row) const { return top + pitch * static_cast<float>(row); }
    float bottom(int row) const {
        return y(row) + pitch - std::max(1.0f, em(pitch > em(8) ? 2 : 1));
    }
    float scheduler_top() const { return y(rows) + em(rows_gap); }
    float scheduler_bottom() const { return scheduler_top() + em(scheduler_height); }
    /// Cells counted row after row, the scheduler's own last.
    int under(ImVec2 at) const {
        const int slot =
            static_cast<int>(std::floor((at.x - left) * static_cast<float>(slots) / width));
        if (slot < 0 || slot >= slots)
            return -1;
        const int row = at.y >= scheduler_top() - em(rows_gap) / 2
                            ? rows
                            : static_cast<int>(std::floor((at.y - top) / pitch));
        return row < 0 || row > rows ? -1 : row * slots + slot;
    }
};

ImU32 arithmetic_colour() {
    return mixed(palette().surface, palette().simulated, 0.5f);
}

/// Waiting is a thin line through the slots, so that one long wait reads as one.
void draw_waits(ImDrawList& list, const Layout& layout, const Slots& slots, int warp) {
    const float y = std::round((layout.y(warp) + layout.bottom(warp)) / 2) + 0.5f;
    const ImU32 colour = mixed(palette().surface, palette().soft, 0.6f);
    int from = -1;
    for (int slot = 0; slot <= layout.slots; ++slot) {
        const bool waits =
            slot < layout.slots && slots.timeline.at(warp, slot).state == WarpState::Waiting;
        if (waits && from < 0)
            from = slot;
        if (waits || from < 0)
            continue;
        list.AddLine({layout.x(from), y}, {layout.x(slot) - em(1), y}, colour,
                     std::max(1.0f, em(1)));
        from = -1;
    }
}

void draw_warp(ImDrawList& list, const Layout& layout, const Slots& slots, int warp) {
    draw_waits(list, layout, slots, warp);
    for (int slot = 0; slot < layout.slots; ++slot) {
        const simt::Cell& cell = slots.timeline.at(warp, slot);
        const ImVec2 low{layout.x(slot), layout.y(warp)};
        const ImVec2 high{layout.right(slot), layout.bottom(warp)};
        if (cell.state == WarpState::Issuing)
            draw_cell(list, low, high, CellLook::Full,
                      cell.step == 0 ? palette().simulated : arithmetic_colour());
        else if (cell.state == WarpState::Ready)
            draw_cell(list, low, high, CellLook::Empty, 0);
    }
}

void draw_names(ImDrawList& list, const Layout& layout, const Setting& setting, float left) {
    draw_row_names(list, {left, layout.top}, layout.pitch, layout.rows, setting.one());
    const float height = text_height(TextStyle::Small);
    const float middle = (layout.scheduler_top() + layout.scheduler_bottom() - height) / 2;
    draw_text(list, TextStyle::SmallStrong, {left, std::round(middle)}, palette().ink, "slots");
}

/// Empty slots are one hatched stretch each: what waiting costs is a length.
void draw_scheduler(ImDrawList& list, const Layout& layout, const Slots& slots) {
    const float top = layout.scheduler_top(), bottom = layout.scheduler_bottom();
    for (int slot = 0; slot < layout.slots;) {
        const int issuer = slots.issuer(slot);
        if (issuer >= 0) {
            const bool load = slots.timeline.at(issuer, slot).step == 0;
            draw_cell(list, {layout.x(slot), top}, {layout.right(slot), bottom}, CellLook::Full,
                      load ? palette().simulated : arithmetic_colour());
            ++slot;
            continue;
        }
        const int from = slot;
        while (slot < layout.slots && slots.issuer(slot) < 0)
            ++slot;
        draw_cell(list, {layout.x(from), top}, {layout.right(slot - 1), bottom}, CellLook::Cost,
                  palette().cost);
    }
}

void draw_axis(ImDrawList& list, const Layout& layout) {
    const float y = layout.scheduler_bottom() + em(3);
    const std::string last = std::to_string(layout.slots);
    draw_text(list, TextStyle::Small, {layout.x(0), y}, palette().faint, "0");
    draw_text(list, TextStyle::Small, {layout.x(layout.slots), y}, palette().faint, last + " slots",
              1);
}

void draw_chosen(ImDrawList& list, const Layout& layout, int row, int slot) {
    const bool own = row == layout.rows;
    draw_cell_ring(list, {layout.x(slot), own ? layout.scheduler_top() : layout.y(row)},
                   {layout.right(slot), own ? layout.scheduler_bottom() : layout.bottom(row)});
}

/// Only what is to be seen.
void draw_legend(const Setting& setting, const Slots& slots) {
    const std::string ready = "could issue, another " + std::string(setting.one()) + " does";
    std::vector<CellMeaning> meanings{{CellLook::Full, palette().simulated, "load"},
                                      {CellLook::Full, arithmetic_colour(), "arithmetic"}};
    const bool crowded = std::ranges::any_of(slots.timeline.cells, [](const simt::Cell& cell) {
        return cell.state == WarpState::Ready;
    });
    if (crowded)
        meanings.push_back({CellLook::Empty, 0, ready});
    int empty = 0;
    for (int slot = 0; slot < slots.timeline.cycles; ++slot)
        empty += slots.issuer(slot) < 0;
    if (empty > 0)
        meanings.push_back({CellLook::Cost, palette().cost, "empty slot: all wait"});
    cell_legend(meanings);
}

Layout layout_of(const Slots& slots, ImVec2 at, float width, float names) {
    const int rows = slots.timeline.warps;
    const float pitch =
        std::round(std::clamp(em(rows_height) / static_cast<float>(rows), em(lowest), em(tallest)));
    return {at.x + names, width - names, at.y, pitch, rows, slots.timeline.cycles};
}

void draw(const content::Lesson& lesson, const content::FigureBody& body, const Session& session,
          Commands& commands) {
    const Setting setting = setting_of(lesson, body, session);
    const Slots slots = scheduler::slots_of(setting);
    const float width = ImGui::GetContentRegionAvail().x;
    const float wanted = text_extent(TextStyle::Small, "chain 63").x + em(10);
    const float names = wanted < 0.25f * width ? wanted : 0;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Layout layout = layout_of(slots, at, width, names);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float height = layout.scheduler_bottom() - at.y;
    ImGui::SetCursorScreenPos({layout.left, at.y});
    const int cell = point_at_cell(
        {"##slots", session, commands}, {layout.width, height}, (layout.rows + 1) * layout.slots,
        layout.slots, std::min(5, layout.slots - 1), layout.under(ImGui::GetMousePos()));
    const int row = cell / layout.slots, slot = cell % layout.slots;
    for (int warp = 0; warp < layout.rows; ++warp)
        draw_warp(list, layout, slots, warp);
    if (names > 0)
        draw_names(list, layout, setting, at.x);
    draw_scheduler(list, layout, slots);
    draw_axis(list, layout);
    draw_chosen(list, layout, row, slot);
    ImGui::Dummy({width, text_height(TextStyle::Small) - ImGui::GetStyle().ItemSpacing.y + em(4)});
    draw_legend(setting, slots);
    text_wrapped(TextStyle::LabelStrong, palette().ink,
                 scheduler::who_is(setting, slots, row == layout.rows ? -1 : row, slot));
    text_wrapped(TextStyle::Label, palette().soft, scheduler::sentence_of(setting, slots));
}

} // namespace

extern const Figure scheduler_figure{"scheduler", &draw};

} // namespace lockstep::shell
