// SPDX-License-Identifier: MIT
// Columns are child windows whose width the session holds: Dear ImGui's own is overruled unless its
// edge is being dragged.
#include "app/shell/columns.hpp"

#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"

#include <imgui_internal.h>

#include <cmath>
#include <cstdio>

namespace lockstep::shell {

namespace {

bool edge_is_dragged(const char* id) {
    const ImGuiWindow* parent = ImGui::GetCurrentWindow();
    char name[256]; // as BeginChild names its windows
    std::snprintf(name, sizeof name, "%s/%s_%08X", parent->Name, id, ImGui::GetID(id));
    ImGuiWindow* column = ImGui::FindWindowByName(name);
    return column && ImGui::GetActiveID() != 0 &&
           ImGui::GetActiveID() == ImGui::GetWindowResizeBorderID(column, ImGuiDir_Right);
}

struct Begun {
    float width = 0;
    bool scrolls = true;
};
Begun g_begun; // columns do not nest

} // namespace

void begin_column(const char* id, ImVec2 size, const ColumnLook& look) {
    const bool can_drag = look.most > look.least;
    ImGuiChildFlags flags = ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding;
    if (can_drag) {
        flags |= ImGuiChildFlags_ResizeX;
        const bool dragged = edge_is_dragged(id);
        ImGui::SetNextWindowSizeConstraints({dragged ? look.least : size.x, size.y},
                                            {dragged ? look.most : size.x, size.y});
    }
    ImGui::PushStyleColor(ImGuiCol_ChildBg, look.fill);
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, look.padding);
    ImGuiWindowFlags window = ImGuiWindowFlags_None;
    if (!look.scrolls) window |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::BeginChild(id, size, flags, window);
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
    g_begun = {size.x, look.scrolls};
}

std::optional<float> end_column() {
    const float width = ImGui::GetWindowSize().x;
    ImGui::EndChild();
    if (std::abs(width - g_begun.width) < 0.5f) return std::nullopt;
    return width;
}

} // namespace lockstep::shell
