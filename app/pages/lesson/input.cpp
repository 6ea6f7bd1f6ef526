// SPDX-License-Identifier: MIT
// The item that lies over the plot, and who answers to it: the pencil before the run, the marks
// after.
#include "app/pages/lesson/field.hpp"

#include "app/shell/widgets.hpp"

#include <algorithm>
#include <imgui_internal.h>

namespace lockstep::lab {

Gesture& gesture() {
    static Gesture now;
    return now;
}

Place Field::place(ImVec2 at) const {
    return {(at.x - low.x) / (high.x - low.x), (high.y - at.y) / (high.y - low.y)};
}

ImVec2 Field::pixel(double x, double y) const {
    return {low.x + static_cast<float>(view.plan.x.fraction(x)) * (high.x - low.x),
            high.y - static_cast<float>(view.plan.y.fraction(y)) * (high.y - low.y)};
}

std::map<double, double> Field::draft() const {
    return view.stage.guess_state ? view.stage.guess_state->draft.curve
                                  : std::map<double, double>{};
}

std::vector<HandleShown> Field::shown() const {
    const auto given = view.plan.given ? std::optional(view.plan.given->y) : std::nullopt;
    return handles_shown(pencil, draft(), given, view.plan.y.value(0.4));
}

int Field::chosen() const {
    if (!view.stage.lab || !view.stage.lab->cursor_x)
        return -1;
    const auto found =
        std::find(pencil.handles.begin(), pencil.handles.end(), *view.stage.lab->cursor_x);
    return found == pencil.handles.end() ? -1 : static_cast<int>(found - pencil.handles.begin());
}

void own_arrow_keys() {
    for (const ImGuiKey key :
         {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow})
        ImGui::SetKeyOwner(key, gesture().item);
}

ImGuiID plot_item() {
    return gesture().item;
}

const std::string& typed_text() {
    return gesture().typed.text();
}

void handle_plot_input(const LabView& view, ImVec2 low, ImVec2 high, Commands& commands) {
    const float margin = shell::em(9); // handles at the edges can be grabbed from outside, too
    ImGui::SetCursorScreenPos({low.x - margin, low.y});
    ImGui::SetNextItemAllowOverlap();
    // Tab comes to the plot, and a click leaves the keyboard with it.
    ImGui::InvisibleButton("drawing", {high.x - low.x + 2 * margin, high.y - low.y},
                           ImGuiButtonFlags_EnableNav);
    gesture().item = ImGui::GetItemID();
    const Field field{view, low, high, view.plan.pencil()};
    const bool keys = keys_are_free(gesture().item) && !view.stage.timing;
    if (view.stage.predicting) {
        if (ImGui::IsItemHovered() && !ImGui::IsItemActive() &&
            handle_under(field, ImGui::GetIO().MousePos) >= 0)
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        draw_by_mouse(field, commands);
        if (keys)
            draw_by_keys(field, commands);
    } else if (view.stage.compare && !view.stage.timing) {
        choose_by_hover(field, commands);
        look_closer(field, commands);
        // Arrow keys scroll the lesson for who has not chosen the plot; its focus gives them to it.
        if (ImGui::IsItemFocused() && keys)
            walk_marks(field, commands);
    }
    shell::draw_focus(4);
}

} // namespace lockstep::lab
