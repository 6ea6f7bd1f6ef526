// SPDX-License-Identifier: MIT
// The page of keys: the table of the window's keys, as it stands.
#include "app/shell/keys.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

void draw_row(const KeyRow& row, float column) {
    const Palette& p = palette();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = text_extent(TextStyle::LabelStrong, row.shown);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + size.x + em(16), at.y + em(24)}, p.code_surface, em(6));
    list.AddRect(at, {at.x + size.x + em(16), at.y + em(24)}, p.line, em(6));
    draw_text(list, TextStyle::LabelStrong,
              {at.x + em(8), at.y + (em(24) - text_height(TextStyle::LabelStrong)) / 2}, p.ink,
              row.shown);
    ImGui::SetCursorScreenPos({at.x + column, at.y + em(2)});
    text_wrapped(TextStyle::Interface, p.soft, row.words);
    vertical_space(10);
}

void draw_group(KeyGroup group, float column) {
    vertical_space(14);
    text(TextStyle::Section, palette().ink, words_of(group));
    vertical_space(10);
    for (const KeyRow& row : all_keys())
        if (row.group == group && row.shown)
            draw_row(row, column);
}

void draw_keys(const Session&, Commands& commands) {
    text(TextStyle::Title, palette().ink, "Keys");
    vertical_space(6);
    if (link("Back to the lesson (Esc)", TextStyle::Interface))
        commands.push_back(command::OpenPage{"lesson"});
    const float column = em(170);
    for (const KeyGroup group : {KeyGroup::Going, KeyGroup::Guessing, KeyGroup::Running,
                                 KeyGroup::Looking, KeyGroup::Stepping, KeyGroup::Classroom})
        draw_group(group, column);
    vertical_space(30);
}

} // namespace

extern const Page keys_page{"keys", "Keys", &draw_keys, nullptr};

} // namespace lockstep::shell
