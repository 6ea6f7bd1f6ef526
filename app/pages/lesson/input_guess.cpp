// SPDX-License-Identifier: MIT
// Drawing a guess by mouse and by keys. Every answer is a command.
#include "app/pages/lesson/field.hpp"

#include "app/shell/keys.hpp"
#include "app/shell/type.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::lab {

namespace {

using shell::em;

constexpr float grab_radius = 11, reach = 7;

void choose(const Field& field, double x, Commands& commands) {
    const LabState* lab = field.view.stage.lab;
    if (lab && lab->cursor_x && *lab->cursor_x == x)
        return;
    commands.push_back(command::MoveCursor{field.view.stage.experiment->id, "", x});
}

void send(const Field& field, const std::vector<HandleSet>& sets, Commands& commands) {
    const std::map<double, double> draft = field.draft();
    for (const HandleSet& set : sets) {
        const auto known = draft.find(set.x);
        if (known != draft.end() && known->second == set.y)
            continue;
        commands.push_back(command::DraftCurve{field.block(), set.x, set.y, !gesture().begun});
        gesture().begun = true;
    }
    if (!sets.empty())
        choose(field, sets.back().x, commands);
}

void choose_by_keys(const Field& field, int by, Commands& commands) {
    const int count = static_cast<int>(field.pencil.handles.size());
    if (count == 0)
        return;
    const int now = field.chosen();
    const int next = now < 0 ? (by > 0 ? 0 : count - 1) : std::clamp(now + by, 0, count - 1);
    gesture().typed.clear();
    choose(field, field.x_of(next), commands);
}

void step_by_keys(const Field& field, int steps, Commands& commands) {
    const int handle = std::max(0, field.chosen());
    if (field.pencil.handles.empty())
        return;
    const double from = field.shown()[static_cast<std::size_t>(handle)].y;
    gesture().begun = false;
    gesture().typed.clear();
    send(field, {field.pencil.step(handle, from, steps, ImGui::GetIO().KeyShift)}, commands);
}

void type_digits(const Field& field, Commands& commands) {
    const int handle = field.chosen();
    if (handle < 0)
        return;
    if (gesture().typed_x != field.x_of(handle))
        gesture().typed.clear();
    gesture().typed_x = field.x_of(handle);
    bool changed = false;
    for (const ImWchar letter : ImGui::GetIO().InputQueueCharacters)
        if (letter < 128 && gesture().typed.add(static_cast<char>(letter)))
            changed = true;
    if (ImGui::IsKeyPressed(ImGuiKey_Backspace) && !gesture().typed.empty()) {
        gesture().typed.erase_last();
        changed = true;
    }
    const auto value = gesture().typed.value();
    if (!changed || !value)
        return;
    gesture().begun =
        gesture().typed.text().size() > 1; // the digits of one number are one step of undo
    const double held = std::clamp(*value, field.view.plan.y.low, field.view.plan.y.high);
    send(field, {{field.x_of(handle), held}}, commands);
}

} // namespace

int handle_under(const Field& field, ImVec2 mouse) {
    const std::vector<HandleShown> shown = field.shown();
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i].state != HandleState::Set)
            continue;
        const ImVec2 at = field.pixel(shown[i].x, shown[i].y);
        if (std::hypot(at.x - mouse.x, at.y - mouse.y) <= em(grab_radius))
            return static_cast<int>(i);
    }
    return -1;
}

void draw_by_mouse(const Field& field, Commands& commands) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Place now = field.place(mouse);
    // Enter and Space activate an item, too; only the mouse says where.
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left))
        return;
    if (ImGui::IsItemActivated()) {
        gesture().begun = false;
        gesture().typed.clear();
        gesture().alone = handle_under(field, mouse);
        gesture().last = now;
        if (gesture().alone >= 0)
            choose(field, field.x_of(gesture().alone), commands);
        else
            send(field, field.pencil.press(now), commands);
        return;
    }
    if (!ImGui::IsItemActive() || (now.x == gesture().last.x && now.y == gesture().last.y))
        return;
    if (gesture().alone >= 0)
        send(field, {field.pencil.drag_alone(gesture().alone, now.y)}, commands);
    else
        send(field,
             field.pencil.drag(gesture().last, now, em(reach) / (field.high.x - field.low.x)),
             commands);
    gesture().last = now;
}

void draw_by_keys(const Field& field, Commands& commands) {
    own_arrow_keys();
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow))
        choose_by_keys(field, -1, commands);
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow))
        choose_by_keys(field, 1, commands);
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow))
        step_by_keys(field, 1, commands);
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow))
        step_by_keys(field, -1, commands);
    if ((shell::modifiers() & ImGuiMod_Ctrl) && ImGui::IsKeyPressed(ImGuiKey_Z))
        commands.push_back(command::UndoDraft{field.block()});
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        if (gesture().typed.empty())
            commands.push_back(command::ClearDraft{field.block()});
        gesture().typed.clear();
    }
    type_digits(field, commands);
}

} // namespace lockstep::lab
