// SPDX-License-Identifier: MIT
// Lines of cores, and the bars below each line.
#include "app/shell/core_map.hpp"

#include "app/experiment/core_map.hpp"
#include "app/shell/cells.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace lockstep::shell {

namespace {

/// More cores than this are drawn without their numbers.
constexpr std::size_t most_numbered = 256;
constexpr float widest_core = 64, bar_height = 18, bar_gap = 4, line_gap = 20;

struct Drawing {
    const protocol::Layout& layout;
    CoreMap map;
    std::vector<int> lines; ///< where they begin
    ImVec2 at{};            ///< left upper corner, without the names of the rows
    float pitch = 1;        ///< from one core to the next
    float thread = 1;       ///< height of a hardware thread
    int threads = 1;        ///< the most that a core has
    bool numbered = true;

    int line_of(int place) const {
        return static_cast<int>(std::ranges::upper_bound(lines, place) - lines.begin()) - 1;
    }
    int end_of(int line) const {
        const auto next = static_cast<std::size_t>(line) + 1;
        return next < lines.size() ? lines[next] : static_cast<int>(map.order.size());
    }
    float kinds_height() const {
        return map.kinds.empty() ? 0 : text_height(TextStyle::Small) + em(4);
    }
    float cores_height() const {
        return static_cast<float>(threads) * (thread + em(2)) + em(bar_gap);
    }
    float line_height_px() const {
        return kinds_height() + cores_height() +
               static_cast<float>(map.rows.size()) * em(bar_height + bar_gap);
    }
    float top(int line) const {
        return at.y + static_cast<float>(line) * (line_height_px() + em(line_gap));
    }
    float height() const {
        const auto count = static_cast<float>(lines.size());
        return count * line_height_px() + (count - 1) * em(line_gap);
    }
    float gap() const { return pitch >= em(14) ? em(4) : em(2); }
    float left(int place) const {
        const int first = lines[static_cast<std::size_t>(line_of(place))];
        return at.x + pitch * static_cast<float>(place - first);
    }
    float right(int place) const { return left(place) + pitch - gap(); }
    const protocol::CoreInfo& core(int place) const {
        return layout.cores[static_cast<std::size_t>(map.order[static_cast<std::size_t>(place)])];
    }
};

float names_width(const CoreMap& map) {
    float width = 0;
    for (const CoreMapRow& row : map.rows)
        width = std::max(width, text_extent(TextStyle::Small, row.name).x);
    return width + em(12);
}

Drawing drawing_of(const protocol::Layout& layout, float width) {
    Drawing drawing{layout, core_map_of(layout), {}};
    const CoreMap& map = drawing.map;
    int largest = 0;
    for (const protocol::CoreInfo& core : layout.cores) {
        drawing.threads = std::max(drawing.threads, static_cast<int>(core.cpus.size()));
        for (const int cpu : core.cpus)
            largest = std::max(largest, cpu);
    }
    drawing.numbered = map.order.size() <= most_numbered;
    const float number = text_extent(TextStyle::Small, std::to_string(largest)).x;
    const float least = drawing.numbered ? number + em(14) : em(9);
    const float room = std::max(width - names_width(map), least);
    drawing.lines = core_map_lines(map, static_cast<int>(room / least));
    int longest = 1;
    for (std::size_t line = 0; line < drawing.lines.size(); ++line)
        longest = std::max(longest, drawing.end_of(static_cast<int>(line)) - drawing.lines[line]);
    drawing.pitch = std::floor(std::min(em(widest_core), room / static_cast<float>(longest)));
    drawing.thread = drawing.numbered ? text_height(TextStyle::Small) + em(6) : em(7);
    return drawing;
}

struct ThreadLook {
    CellLook look;
    ImU32 colour, number;
};

ThreadLook look_of(const Drawing& drawing, const protocol::CoreInfo& core, bool sibling) {
    const Palette& p = palette();
    if (!core.usable)
        return {CellLook::Hollow, p.faint, p.soft};
    if (sibling)
        return {CellLook::Tint, p.soft, p.ink};
    // The slower a class, the paler; their names stand above.
    const auto kinds = static_cast<float>(std::max<std::size_t>(drawing.layout.kinds.size(), 2));
    const ImU32 fill =
        mixed(p.soft, p.surface, 0.45f * static_cast<float>(core.kind) / (kinds - 1));
    return {CellLook::Full, fill, text_on(fill)};
}

void draw_core(ImDrawList& list, const Drawing& drawing, int place) {
    const protocol::CoreInfo& core = drawing.core(place);
    float y = drawing.top(drawing.line_of(place)) + drawing.kinds_height();
    for (std::size_t thread = 0; thread < core.cpus.size(); ++thread) {
        const ThreadLook look = look_of(drawing, core, thread > 0);
        const ImVec2 low{drawing.left(place), y}, high{drawing.right(place), y + drawing.thread};
        draw_cell(list, low, high, look.look, look.colour);
        if (drawing.numbered)
            draw_text(list, TextStyle::Small,
                      {(low.x + high.x) / 2,
                       std::round(y + (drawing.thread - text_height(TextStyle::Small)) / 2)},
                      look.number, std::to_string(core.cpus[thread]), 0.5f);
        y += drawing.thread + em(2);
    }
}

/// As much of a stretch as lies in this line; nothing where none does.
struct Part {
    bool there = false;
    float left = 0, right = 0;
};

Part part_of(const Drawing& drawing, const CoreStretch& stretch, int line) {
    const int first = std::max(stretch.first, drawing.lines[static_cast<std::size_t>(line)]);
    const int last = std::min(stretch.last, drawing.end_of(line) - 1);
    if (first > last)
        return {};
    return {true, drawing.left(first), drawing.right(last)};
}

void draw_words_within(ImDrawList& list, const Part& part, float y, float height, ImU32 colour,
                       const std::string& words) {
    if (text_extent(TextStyle::Small, words).x + em(6) > part.right - part.left)
        return;
    draw_text(list, TextStyle::Small,
              {(part.left + part.right) / 2,
               std::round(y + (height - text_height(TextStyle::Small)) / 2)},
              colour, words, 0.5f);
}

void draw_row(ImDrawList& list, const Drawing& drawing, const CoreMapRow& row, int line, float y,
              int chosen) {
    const Palette& p = palette();
    bool any = false;
    for (const CoreStretch& stretch : row.stretches) {
        const Part part = part_of(drawing, stretch, line);
        if (!part.there)
            continue;
        any = true;
        const bool used = chosen >= stretch.first && chosen <= stretch.last;
        const ImVec2 low{part.left, y}, high{part.right, y + em(bar_height)};
        if (used)
            list.AddRectFilled(low, high, p.accent_surface, em(3));
        else
            draw_cell(list, low, high, CellLook::Empty, p.soft);
        if (used && p.high_contrast)
            list.AddRect(low, high, p.accent, em(3));
        draw_words_within(list, part, y, em(bar_height), used ? p.ink : p.soft, stretch.words);
    }
    if (any)
        draw_text(list, TextStyle::Small,
                  {drawing.at.x - em(12),
                   std::round(y + (em(bar_height) - text_height(TextStyle::Small)) / 2)},
                  p.soft, row.name, 1);
}

void draw_line_of_cores(ImDrawList& list, const Drawing& drawing, int line, int chosen) {
    float y = drawing.top(line);
    for (const CoreStretch& kind : drawing.map.kinds)
        if (const Part part = part_of(drawing, kind, line); part.there)
            draw_words_within(list, part, y, text_height(TextStyle::Small), palette().soft,
                              kind.words);
    for (int place = drawing.lines[static_cast<std::size_t>(line)]; place < drawing.end_of(line);
         ++place)
        draw_core(list, drawing, place);
    y += drawing.kinds_height() + drawing.cores_height();
    for (const CoreMapRow& row : drawing.map.rows) {
        draw_row(list, drawing, row, line, y, chosen);
        y += em(bar_height + bar_gap);
    }
}

int place_under(const Drawing& drawing, ImVec2 mouse) {
    for (std::size_t line = 0; line < drawing.lines.size(); ++line) {
        const int number = static_cast<int>(line);
        if (mouse.y < drawing.top(number) ||
            mouse.y > drawing.top(number) + drawing.line_height_px())
            continue;
        const int place = drawing.lines[line] +
                          static_cast<int>(std::floor((mouse.x - drawing.at.x) / drawing.pitch));
        if (place >= drawing.lines[line] && place < drawing.end_of(number))
            return place;
    }
    return -1;
}

void draw_legend(const Drawing& drawing) {
    const Palette& p = palette();
    const auto& cores = drawing.layout.cores;
    std::vector<CellMeaning> meanings;
    if (std::ranges::any_of(cores, &protocol::CoreInfo::usable))
        meanings.push_back({CellLook::Full, p.soft, "a core, with its CPU number"});
    if (drawing.threads > 1)
        meanings.push_back({CellLook::Tint, p.soft, "its second hardware thread"});
    if (!std::ranges::all_of(cores, &protocol::CoreInfo::usable))
        meanings.push_back({CellLook::Hollow, p.faint, "Lockstep may not use it"});
    cell_legend(meanings);
}

} // namespace

int draw_core_map(const CellItem& item, const protocol::Layout& layout) {
    if (layout.cores.empty())
        return -1;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    Drawing drawing = drawing_of(layout, width);
    drawing.at = {corner.x + names_width(drawing.map), corner.y};
    const int cores = static_cast<int>(drawing.map.order.size());
    const int chosen = point_at_cell(item, {width, drawing.height()}, cores, drawing.end_of(0), 0,
                                     place_under(drawing, ImGui::GetIO().MousePos));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t line = 0; line < drawing.lines.size(); ++line)
        draw_line_of_cores(list, drawing, static_cast<int>(line), chosen);
    const float y = drawing.top(drawing.line_of(chosen)) + drawing.kinds_height();
    draw_cell_ring(list, {drawing.left(chosen), y},
                   {drawing.right(chosen), y + drawing.cores_height() - em(bar_gap + 2)});
    const int core = drawing.map.order[static_cast<std::size_t>(chosen)];
    vertical_space(10);
    text_wrapped(TextStyle::Label, palette().ink, core_words(layout, core));
    vertical_space(8);
    draw_legend(drawing);
    return core;
}

} // namespace lockstep::shell
