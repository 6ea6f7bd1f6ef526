// SPDX-License-Identifier: MIT
// The chosen step in words: its PTX, and what its access touches.
#include "app/views/lanes/parts.hpp"

#include "app/shell/widgets.hpp"

#include <algorithm>

namespace lockstep::lanes_view {

namespace {

using shell::em;
using shell::TextStyle;

std::string trimmed(std::string text) {
    std::ranges::replace(text, '\t', ' ');
    const auto begin = text.find_first_not_of(' ');
    return begin == text.npos ? "" : text.substr(begin);
}

/// 32 banks, as high as lanes meet in them.
void draw_banks(const AccessShape& shape) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float cell = std::min(em(16), width / static_cast<float>(shape.words_of_bank.size()));
    const float tall = em(26);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto& palette = shell::palette();
    const int most = std::max(1, shape.passes);
    for (std::size_t bank = 0; bank < shape.words_of_bank.size(); ++bank) {
        const float x = origin.x + cell * static_cast<float>(bank);
        const int words = shape.words_of_bank[bank];
        list.AddRectFilled({x, origin.y}, {x + cell - em(2), origin.y + tall}, palette.code_surface,
                           em(2));
        const float high = tall * static_cast<float>(words) / static_cast<float>(most);
        if (words > 0)
            list.AddRectFilled({x, origin.y + tall - high}, {x + cell - em(2), origin.y + tall},
                               words > shape.passes_at_best ? palette.cost : palette.simulated,
                               em(2));
    }
    ImGui::Dummy({width, tall});
}

/// Lines of 128 bytes, each with its four sectors; those that move are filled.
void draw_sectors(const AccessShape& shape) {
    constexpr std::int64_t sectors_of_line = 4;
    const float width = ImGui::GetContentRegionAvail().x;
    const float cell = em(13), line = cell * sectors_of_line + em(8), tall = em(12);
    ImVec2 at = ImGui::GetCursorScreenPos();
    const float left = at.x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    std::int64_t before = -1;
    for (const std::int64_t sector : shape.sectors) {
        const std::int64_t of_line = sector / sectors_of_line;
        if (before >= 0 && of_line != before)
            at.x += line;
        if (at.x + line > left + width)
            at = {left, at.y + tall + em(5)};
        if (of_line != before)
            for (int i = 0; i < sectors_of_line; ++i)
                list.AddRectFilled({at.x + cell * static_cast<float>(i), at.y},
                                   {at.x + cell * static_cast<float>(i + 1) - em(2), at.y + tall},
                                   shell::palette().code_surface, em(2));
        const auto place = static_cast<float>(sector % sectors_of_line);
        list.AddRectFilled({at.x + cell * place, at.y},
                           {at.x + cell * (place + 1) - em(2), at.y + tall},
                           shell::palette().simulated, em(2));
        before = of_line;
    }
    ImGui::Dummy({width, at.y + tall - ImGui::GetCursorScreenPos().y});
}

} // namespace

void draw_details(const Sight& sight, const Tracing& tracing) {
    if (!sight.has_chosen())
        return;
    const StepRow& row = sight.rows[sight.chosen];
    shell::vertical_space(6);
    if (row.ptx_line >= 1 && static_cast<std::size_t>(row.ptx_line) <= tracing.ptx.size())
        shell::text_wrapped(TextStyle::CodeSmall, shell::palette().ink,
                            trimmed(tracing.ptx[static_cast<std::size_t>(row.ptx_line) - 1]));
    if (!row.found.empty())
        shell::text_wrapped(TextStyle::Label, shell::palette().cost, row.found);
    if (row.waits)
        shell::text_wrapped(TextStyle::Label, shell::palette().soft,
                            "The warp waits here for the others of its block.");
    const auto shape = access_shape(tracing.window, row);
    if (!shape)
        return;
    shell::text_wrapped(TextStyle::Label, shell::palette().soft, access_words(*shape));
    shell::vertical_space(2);
    if (!shape->words_of_bank.empty())
        draw_banks(*shape);
    else
        draw_sectors(*shape);
}

} // namespace lockstep::lanes_view
