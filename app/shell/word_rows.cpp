// SPDX-License-Identifier: MIT
// Widths, and where they do not fit.
#include "app/shell/word_rows.hpp"

#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr float column_gap = 20, row_space = 4;

std::vector<float> widths_of(const Rows& rows) {
    std::vector<float> widths(rows.front().size(), 0);
    for (const auto& row : rows)
        for (std::size_t i = 0; i < std::min(row.size(), widths.size()); ++i) {
            const TextStyle style = &row == &rows.front() ? TextStyle::Small : TextStyle::Label;
            widths[i] = std::max(widths[i], text_extent(style, row[i]).x);
        }
    for (std::size_t i = 1; i < widths.size(); ++i)
        widths[i] += em(column_gap);
    return widths;
}

/// The first column, and those from `first` on.
void draw_cells(const std::vector<std::string>& row, const std::vector<float>& widths,
                std::size_t first, std::size_t count, bool heading) {
    const Palette& p = palette();
    const TextStyle style = heading ? TextStyle::Small : TextStyle::Label;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float high = line_height(style) + em(row_space);
    const float y = std::round(at.y + (high - text_height(style)) / 2);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(list, style, {at.x, y}, p.soft, row.front());
    float x = at.x + widths.front();
    for (std::size_t i = first; i < first + count; ++i) {
        x += widths[i];
        draw_text_tabular(list, style, {x, y}, heading ? p.soft : p.ink, row[i], 1);
    }
    ImGui::Dummy({x - at.x, high});
}

} // namespace

std::vector<std::size_t> columns_that_fit(const std::vector<float>& widths, float room) {
    std::vector<std::size_t> counts;
    for (std::size_t next = 1; next < widths.size();) {
        float left = room - widths.front();
        std::size_t count = 0;
        while (next + count < widths.size() && (count == 0 || widths[next + count] <= left))
            left -= widths[next + count++];
        counts.push_back(count);
        next += count;
    }
    return counts;
}

void draw_table(const Rows& rows) {
    if (rows.empty() || rows.front().empty())
        return;
    const std::vector<float> widths = widths_of(rows);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    std::size_t first = 1;
    for (const std::size_t count : columns_that_fit(widths, ImGui::GetContentRegionAvail().x)) {
        if (first > 1)
            vertical_space(12);
        for (const auto& row : rows)
            if (row.size() >= first + count)
                draw_cells(row, widths, first, count, &row == &rows.front());
        first += count;
    }
    ImGui::PopStyleVar();
}

void draw_listing(const Rows& rows) {
    const Palette& p = palette();
    float names = 0;
    for (const auto& row : rows)
        names = std::max(names, text_extent(TextStyle::Label, row.front()).x);
    names += em(16);
    const float width = ImGui::GetContentRegionAvail().x;
    const bool beside = width - names >= em(180);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const auto& row : rows) {
        if (row.size() < 2)
            continue;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (beside)
            draw_text_wrapped(*ImGui::GetWindowDrawList(), TextStyle::Label, at, p.soft,
                              row.front(), names);
        else
            text_wrapped(TextStyle::Label, p.soft, row.front());
        if (beside)
            ImGui::SetCursorScreenPos({at.x + names, at.y});
        text_wrapped(TextStyle::Label, p.ink, row[1], beside ? width - names : 0);
        vertical_space(row_space);
    }
    ImGui::PopStyleVar();
}

} // namespace lockstep::shell
