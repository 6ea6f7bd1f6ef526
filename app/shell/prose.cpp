// SPDX-License-Identifier: MIT
// Draws Markdown by imgui_rich_md. RenderRaw, not Render: the latter would read files that a text
// names.
#include "app/shell/prose.hpp"

#include "app/shell/type.hpp"

#include <imgui.h>
#include <imgui_rich_md/rich_md.h>

#include <algorithm>

namespace lockstep::shell {

namespace {
/// About 68 characters of Inter at 16 pixels.
constexpr float longest_line = 520;
} // namespace

void prose(const char* id, const std::string& markdown) {
    prose(id, markdown, palette().ink);
}

void prose(const char* id, const std::string& markdown, ImU32 colour) {
    if (markdown.empty())
        return;
    ImGui::PushID(id);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    const float width = std::min(ImGui::GetContentRegionAvail().x, em(longest_line));
    const float wrap_at = ImGui::GetCursorPosX() + width;
    ImGui::PushTextWrapPos(wrap_at);
    {
        const TextScope body(TextStyle::Body);
        RichMd::RenderRaw(markdown);
    }
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopID();
}

} // namespace lockstep::shell
