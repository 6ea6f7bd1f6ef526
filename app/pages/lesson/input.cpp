// SPDX-License-Identifier: MIT
// Mouse and keys on the plot. Every answer is a command; kept here is only what a gesture in
// progress needs: where the mouse was, which handle it holds, the digits typed so far.
#include "app/pages/lesson/canvas.hpp"

#include "app/shell/motion.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

namespace lockstep::lab {

namespace {

using shell::em;

constexpr float grab_radius = 11, reach = 7, choose_radius = 26;

struct Gesture {
    int alone = -1; ///< the handle that is dragged by itself; -1 draws
    Place last;
    bool begun = false; ///< the first command of a drag was sent: the rest is one step of undo
    Typed typed;
    double typed_x = 0;
    ImGuiID item = 0;
};
Gesture gesture;

struct Field {
    const LabView& view;
    ImVec2 low, high;
    Pencil pencil;
    Place place(ImVec2 at) const {
        return {(at.x - low.x) / (high.x - low.x), (high.y - at.y) / (high.y - low.y)};
    }
    ImVec2 pixel(double x, double y) const {
        return {low.x + static_cast<float>(view.plan.x.fraction(x)) * (high.x - low.x),
                high.y - static_cast<float>(view.plan.y.fraction(y)) * (high.y - low.y)};
    }
    const std::string& block() const { return view.stage.guess_block->id; }
    std::map<double, double> draft() const {
        return view.stage.guess_state ? view.stage.guess_state->draft.curve
                                      : std::map<double, double>{};
    }
    std::vector<HandleShown> shown() const {
        const auto given = view.plan.given ? std::optional(view.plan.given->y) : std::nullopt;
        return handles_shown(pencil, draft(), given, view.plan.y.value(0.4));
    }
    int chosen() const {
        if (!view.stage.lab || !view.stage.lab->cursor_x)
            return -1;
        const auto found =
            std::find(pencil.handles.begin(), pencil.handles.end(), *view.stage.lab->cursor_x);
        return found == pencil.handles.end() ? -1
                                             : static_cast<int>(found - pencil.handles.begin());
    }
    double x_of(int handle) const { return pencil.handles[static_cast<std::size_t>(handle)]; }
};

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
        commands.push_back(command::DraftCurve{field.block(), set.x, set.y, !gesture.begun});
        gesture.begun = true;
    }
    if (!sets.empty())
        choose(field, sets.back().x, commands);
}

/// The handle under the mouse, if the press is on one: then it is dragged by itself.
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
    if (ImGui::IsItemActivated()) {
        gesture.begun = false;
        gesture.typed.clear();
        gesture.alone = handle_under(field, mouse);
        gesture.last = now;
        if (gesture.alone >= 0)
            choose(field, field.x_of(gesture.alone), commands);
        else
            send(field, field.pencil.press(now), commands);
        return;
    }
    if (!ImGui::IsItemActive() || (now.x == gesture.last.x && now.y == gesture.last.y))
        return;
    if (gesture.alone >= 0)
        send(field, {field.pencil.drag_alone(gesture.alone, now.y)}, commands);
    else
        send(field, field.pencil.drag(gesture.last, now, em(reach) / (field.high.x - field.low.x)),
             commands);
    gesture.last = now;
}

void choose_by_keys(const Field& field, int by, Commands& commands) {
    const int count = static_cast<int>(field.pencil.handles.size());
    if (count == 0)
        return;
    const int now = field.chosen();
    const int next = now < 0 ? (by > 0 ? 0 : count - 1) : std::clamp(now + by, 0, count - 1);
    gesture.typed.clear();
    choose(field, field.x_of(next), commands);
}

void step_by_keys(const Field& field, int steps, Commands& commands) {
    const int handle = std::max(0, field.chosen());
    if (field.pencil.handles.empty())
        return;
    const double from = field.shown()[static_cast<std::size_t>(handle)].y;
    gesture.begun = false;
    gesture.typed.clear();
    send(field, {field.pencil.step(handle, from, steps, ImGui::GetIO().KeyShift)}, commands);
}

void type_digits(const Field& field, Commands& commands) {
    const int handle = field.chosen();
    if (handle < 0)
        return;
    if (gesture.typed_x != field.x_of(handle))
        gesture.typed.clear();
    gesture.typed_x = field.x_of(handle);
    bool changed = false;
    for (const ImWchar letter : ImGui::GetIO().InputQueueCharacters)
        if (letter < 128 && gesture.typed.add(static_cast<char>(letter)))
            changed = true;
    if (ImGui::IsKeyPressed(ImGuiKey_Backspace) && !gesture.typed.empty()) {
        gesture.typed.erase_last();
        changed = true;
    }
    const auto value = gesture.typed.value();
    if (!changed || !value)
        return;
    gesture.begun =
        gesture.typed.text().size() > 1; // the digits of one number are one step of undo
    const double held = std::clamp(*value, field.view.plan.y.low, field.view.plan.y.high);
    send(field, {{field.x_of(handle), held}}, commands);
}

/// Arrow keys belong to the plot while it has them, not to the walk from widget to widget.
void own_arrow_keys() {
    for (const ImGuiKey key :
         {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow})
        ImGui::SetKeyOwner(key, gesture.item);
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
    if (ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_Z))
        commands.push_back(command::UndoDraft{field.block()});
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        if (gesture.typed.empty())
            commands.push_back(command::ClearDraft{field.block()});
        gesture.typed.clear();
    }
    type_digits(field, commands);
}

// ---- after the run: choosing a point
// ---------------------------------------------------------------

/// The mark nearest to the mouse within reach.
std::optional<std::pair<std::string, double>> mark_under(const Field& field, ImVec2 mouse) {
    std::optional<std::pair<std::string, double>> best;
    float nearest = em(choose_radius);
    for (const SeriesShown& shown : field.view.plan.series) {
        if (shown.ghost || shown.provenance == Provenance::Recorded)
            continue;
        for (const Estimate& estimate : shown.series->points) {
            ImVec2 at = field.pixel(estimate.x, has_value(estimate) ? estimate.value : 1);
            if (!has_value(estimate))
                at.y = field.high.y - em(10);
            if (is_unsettled(estimate))
                at.y = std::max(at.y, field.low.y + em(8));
            const float distance = std::hypot(at.x - mouse.x, at.y - mouse.y);
            if (distance >= nearest)
                continue;
            nearest = distance;
            best = {shown.series->variant, estimate.x};
        }
    }
    return best;
}

void choose_mark(const Field& field, const std::string& variant, double x, Commands& commands) {
    const LabState* lab = field.view.stage.lab;
    if (lab && lab->cursor_x && *lab->cursor_x == x && lab->cursor_variant == variant)
        return;
    commands.push_back(command::MoveCursor{field.view.stage.experiment->id, variant, x});
}

void choose_by_hover(const Field& field, Commands& commands) {
    if (!ImGui::IsItemHovered() || ImGui::IsMouseDragging(ImGuiMouseButton_Left))
        return;
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    if (moved.x == 0 && moved.y == 0 && !ImGui::IsItemActivated())
        return; // arrow keys stand
    if (const auto mark = mark_under(field, ImGui::GetIO().MousePos))
        choose_mark(field, mark->first, mark->second, commands);
}

void zoom_by_mouse(const Field& field) {
    Zoom zoom = zoom_of(field.view);
    const ImGuiIO& io = ImGui::GetIO();
    // The bare wheel scrolls the lab; with Ctrl it looks closer.
    if (ImGui::IsItemHovered() && io.KeyCtrl && io.MouseWheel != 0)
        set_zoom(field.view,
                 zoomed(zoom, field.place(io.MousePos), io.MouseWheel > 0 ? 1.25 : 0.8));
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        set_zoom(field.view, {});
    else if (ImGui::IsItemActive() && !zoom.is_whole())
        set_zoom(field.view, panned(zoom, {-io.MouseDelta.x / (field.high.x - field.low.x),
                                           io.MouseDelta.y / (field.high.y - field.low.y)}));
    if (!ImGui::IsItemFocused())
        return;
    if (ImGui::IsKeyPressed(ImGuiKey_Equal) || ImGui::IsKeyPressed(ImGuiKey_KeypadAdd))
        set_zoom(field.view, zoomed(zoom, {0.5, 0.5}, 1.25));
    if (ImGui::IsKeyPressed(ImGuiKey_Minus) || ImGui::IsKeyPressed(ImGuiKey_KeypadSubtract))
        set_zoom(field.view, zoomed(zoom, {0.5, 0.5}, 0.8));
    if (ImGui::IsKeyPressed(ImGuiKey_0))
        set_zoom(field.view, {});
}

void walk_marks(const Field& field, Commands& commands) {
    const Run* run = field.view.stage.run();
    if (!run || run->series.empty() || !field.view.chosen.estimate)
        return;
    own_arrow_keys();
    std::size_t row = 0;
    while (row + 1 < run->series.size() &&
           run->series[row].variant != field.view.chosen.series->variant)
        ++row;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    if (pressed(ImGuiKey_UpArrow) && row > 0)
        --row;
    if (pressed(ImGuiKey_DownArrow) && row + 1 < run->series.size())
        ++row;
    const Series& series = run->series[row];
    if (series.points.empty())
        return;
    std::size_t column = 0;
    while (column + 1 < series.points.size() &&
           series.points[column].x < field.view.chosen.estimate->x)
        ++column;
    if (pressed(ImGuiKey_LeftArrow) && column > 0)
        --column;
    if (pressed(ImGuiKey_RightArrow) && column + 1 < series.points.size())
        ++column;
    const bool moved =
        row < run->series.size() && (series.variant != field.view.chosen.series->variant ||
                                     series.points[column].x != field.view.chosen.estimate->x);
    if (moved)
        choose_mark(field, series.variant, series.points[column].x, commands);
}

} // namespace

ImGuiID plot_item() {
    return gesture.item;
}

const std::string& typed_text() {
    return gesture.typed.text();
}

void handle_plot_input(const LabView& view, ImVec2 low, ImVec2 high, Commands& commands) {
    const float margin = em(9); // handles at the edges can be grabbed from outside, too
    ImGui::SetCursorScreenPos({low.x - margin, low.y});
    ImGui::SetNextItemAllowOverlap();
    ImGui::InvisibleButton("drawing", {high.x - low.x + 2 * margin, high.y - low.y});
    gesture.item = ImGui::GetItemID();
    const Field field{view, low, high, view.plan.pencil()};
    const bool keys = keys_are_free(gesture.item) && !view.stage.timing;
    if (view.stage.predicting) {
        if (ImGui::IsItemHovered() && !ImGui::IsItemActive() &&
            handle_under(field, ImGui::GetIO().MousePos) >= 0)
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        draw_by_mouse(field, commands);
        if (keys)
            draw_by_keys(field, commands);
    } else if (view.stage.compare && !view.stage.timing) {
        choose_by_hover(field, commands);
        zoom_by_mouse(field);
        // Arrow keys scroll the lesson for who has not chosen the plot; its focus gives them to it.
        if (ImGui::IsItemFocused() && keys)
            walk_marks(field, commands);
    }
    shell::draw_focus(4);
}

} // namespace lockstep::lab
