// SPDX-License-Identifier: MIT
// Cards, panels, quotes, notices and the space between them.
#include "app/shell/widgets.hpp"

#include <algorithm>

namespace lockstep::shell {

namespace {

struct Surface {
    ImU32 fill, border;
    float rounding, border_size;
    ImVec2 padding;
};

/// Whether it was there in the frame before. Until then its height is not known, and Dear ImGui
/// draws a surface with room for nothing. Of use for a frame, and no affair of the learner's.
bool has_height(const char* id, ImVec2 size) {
    int& drawn = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID(id), -1);
    const bool known = size.y != 0 || (drawn >= 0 && drawn >= ImGui::GetFrameCount() - 1);
    drawn = ImGui::GetFrameCount();
    return known;
}

void begin_surface(const char* id, ImVec2 size, const Surface& look) {
    const float strength = has_height(id, size) ? 1 : 0;
    ImGui::PushStyleColor(ImGuiCol_ChildBg, faded(look.fill, strength));
    ImGui::PushStyleColor(ImGuiCol_Border, faded(look.border, strength));
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, look.rounding);
    ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, look.border_size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, look.padding);
    // Without a border Dear ImGui would drop the padding.
    ImGuiChildFlags flags = ImGuiChildFlags_Borders | ImGuiChildFlags_NavFlattened |
                            ImGuiChildFlags_AlwaysUseWindowPadding;
    if (size.y == 0)
        flags |= ImGuiChildFlags_AutoResizeY;
    ImGui::BeginChild(id, size, flags,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar(3);
    ImGui::PopStyleColor(2);
}

} // namespace

void begin_card(const char* id, ImVec2 size) {
    const Palette& p = palette();
    begin_surface(id, size, {p.surface, p.line, em(12), 1, {em(18), em(14)}});
}

void end_card() {
    ImGui::EndChild();
}

void begin_panel(const char* id, ImVec2 size) {
    const Palette& p = palette();
    begin_surface(id, size, {p.code_surface, p.code_surface, em(10), 0, {em(14), em(12)}});
}

void end_panel() {
    ImGui::EndChild();
}

void begin_quote(const char* id, ImU32 colour) {
    begin_surface(id, {0, 0}, {faded(colour, 0), faded(colour, 0), 0, 0, {em(17), em(2)}});
    // The bar follows the height that the content had in the frame before.
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + em(3), at.y + size.y}, colour);
}

void end_quote() {
    ImGui::EndChild();
}

bool notice_bar(const char* id, std::string_view sentence, std::span<const std::string> details) {
    const Palette& p = palette();
    begin_surface(
        id, {0, 0},
        {mixed(p.surface, p.cost, 0.07f), mixed(p.line, p.cost, 0.4f), em(10), 1, {em(14), em(9)}});
    const float cross = em(24), width = ImGui::GetContentRegionAvail().x - cross - em(10);
    const ImVec2 start = ImGui::GetCursorPos();
    ImGui::BeginGroup();
    text_wrapped(TextStyle::Interface, p.ink, sentence, width);
    for (std::size_t i = 0; i < std::min<std::size_t>(details.size(), 4); ++i)
        text_wrapped(TextStyle::CodeSmall, p.soft, details[i], width);
    if (!details.empty() && link("Copy the details", TextStyle::Label)) {
        std::string all{sentence};
        for (const std::string& line : details)
            all += "\n" + line;
        ImGui::SetClipboardText(all.c_str());
    }
    ImGui::EndGroup();
    ImGui::SetCursorPos({start.x + width + em(10), start.y - em(2)});
    // Named by the notice: of several, each cross is itself.
    const bool closed = sign_button(("×##close " + std::string(id)).c_str(), "Close this notice");
    ImGui::EndChild();
    return closed;
}

void vertical_space(float at_100_percent) {
    // The spacing that the layout adds after every item is part of what was asked for.
    const float spacing = ImGui::GetStyle().ItemSpacing.y;
    ImGui::Dummy({0, std::max(em(at_100_percent) - spacing, 0.0f)});
}

void rule() {
    vertical_space(14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + 1}, palette().line);
    ImGui::Dummy({width, 1});
    vertical_space(14);
}

} // namespace lockstep::shell
