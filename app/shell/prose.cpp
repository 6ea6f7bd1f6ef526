// SPDX-License-Identifier: MIT
// Draws Markdown by imgui_rich_md. RenderRaw, not Render: the latter would read files that a text
// names.
#include "app/shell/prose.hpp"

#include "app/shell/formulas.hpp"
#include "app/shell/type.hpp"
#include "app/shell/unit_breaks.hpp"

#include <imgui.h>
#include <imgui_rich_md/rich_md.h>

#include <algorithm>

namespace lockstep::shell {

namespace {
/// The renderer sets headings in the plain weight; ours are semibold.
std::string strong_headings(const std::string& markdown) {
    std::string out;
    std::size_t at = 0;
    while (at < markdown.size()) {
        const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
        const std::string line = markdown.substr(at, end - at);
        const std::size_t words = line.find_first_not_of("# ");
        const bool heading = line.starts_with('#') && words != std::string::npos;
        out += heading ? line.substr(0, words) + "**" + line.substr(words) + "**" : line;
        if (end < markdown.size()) out += '\n';
        at = end + 1;
    }
    return out;
}

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
        const float room = width * ImGui::GetIO().DisplayFramebufferScale.x;
        RichMd::RenderRaw(with_room(strong_headings(with_kept_units(markdown)), room));
    }
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopID();
}

} // namespace lockstep::shell
