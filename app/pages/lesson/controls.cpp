// SPDX-License-Identifier: MIT
// The row above the plot: at most three sliders in the learner's words, and the one big button.
#include "app/pages/lesson/canvas.hpp"

#include "app/pages/lesson/words.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

namespace lockstep::lab {

namespace {

using shell::em;

constexpr std::size_t most_sliders = 3;
constexpr float gap = 18, button_gap = 26, narrowest_slider = 150;

struct Row {
    float slider_width = 0, button_width = 0;
    bool button_below = false;
    int per_row = 1;
};

/// Sliders share what the button leaves; where that is too little they get the row to themselves.
Row lay_out(std::size_t sliders, float width, float button_width) {
    Row row;
    const auto fitting = [&](float space) {
        return static_cast<int>((space + em(gap)) / (em(narrowest_slider) + em(gap)));
    };
    const int count = static_cast<int>(sliders);
    row.button_width = button_width;
    row.button_below = count > 0 && fitting(width - button_width - em(button_gap)) < count;
    const float space = row.button_below ? width : width - button_width - em(button_gap);
    row.per_row = std::clamp(fitting(space), 1, std::max(1, count));
    const auto columns = static_cast<float>(row.per_row);
    row.slider_width = std::floor((space - em(gap) * (columns - 1)) / columns);
    if (!row.button_below) row.slider_width = std::min(row.slider_width, em(300));
    if (row.button_below) row.button_width = width;
    return row;
}

void draw_choice(const LabView& view, const SliderShown& shown, bool enabled, Commands& commands) {
    const std::string id = "##" + shown.parameter;
    shell::text(shell::TextStyle::Label, shell::palette().soft, shown.words);
    const int now = static_cast<int>(std::lround(shown.value));
    const int chosen = shell::segmented(id.c_str(), shown.choices, now, enabled);
    if (chosen != now)
        commands.push_back(command::SetSlider{view.stage.experiment->id, shown.parameter,
                                              static_cast<double>(chosen), true});
}

void draw_slider(const LabView& view, const SliderShown& shown, bool enabled, float width,
                 Commands& commands) {
    shell::SliderLook look;
    look.words = shown.words;
    look.unit = shown.unit;
    look.low = shown.low;
    look.high = shown.high;
    look.log = shown.log;
    look.whole = shown.whole;
    look.stops = shown.stops;
    look.enabled = enabled;
    look.width = width;
    const std::string id = shown.words + "##" + shown.parameter;
    const shell::SliderAnswer answer = shell::slider(id.c_str(), look, shown.value);
    if (answer.changed || answer.released)
        commands.push_back(command::SetSlider{view.stage.experiment->id, shown.parameter, answer.value,
                                              answer.released});
}

void draw_sliders(const LabView& view, const std::vector<SliderShown>& sliders, const Row& row,
                  Commands& commands) {
    // While a guess is drawn sliders stand still: it is made for these values.
    const bool enabled = view.session.sliders_are_free() && !view.stage.predicting;
    for (std::size_t i = 0; i < sliders.size(); ++i) {
        const int column = static_cast<int>(i) % row.per_row;
        if (column > 0) ImGui::SameLine(0, em(gap));
        ImGui::BeginGroup();
        if (sliders[i].choices.empty())
            draw_slider(view, sliders[i], enabled, row.slider_width, commands);
        else
            draw_choice(view, sliders[i], enabled, commands);
        ImGui::EndGroup();
        if (column + 1 == row.per_row && i + 1 < sliders.size()) shell::vertical_space(8);
    }
}

void draw_button(const LabView& view, float width, Commands& commands) {
    const char* key = view.button.key.empty() ? nullptr : view.button.key.c_str();
    const std::string label = view.button.words + "##action";
    if (shell::primary_button(label.c_str(), key, view.button.enabled, width) && view.button.command)
        commands.push_back(*view.button.command);
}

} // namespace

void draw_controls(const LabView& view, Commands& commands) {
    if (!view.stage.ready()) return;
    std::vector<SliderShown> sliders =
        sliders_shown(view.session, *view.stage.lesson, *view.stage.experiment);
    if (sliders.size() > most_sliders) sliders.resize(most_sliders);
    const char* key = view.button.key.empty() ? nullptr : view.button.key.c_str();
    const ImVec2 button = shell::primary_button_size(view.button.words.c_str(), key);
    const float width = ImGui::GetContentRegionAvail().x;
    const Row row = lay_out(sliders.size(), width, button.x);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    draw_sliders(view, sliders, row, commands);
    if (row.button_below) {
        shell::vertical_space(10);
        draw_button(view, row.button_width, commands);
        return;
    }
    const float sliders_bottom = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos({origin.x + width - button.x, origin.y + em(6)});
    draw_button(view, 0, commands);
    const float bottom = std::max(sliders.empty() ? origin.y : sliders_bottom,
                                  origin.y + em(6) + button.y);
    ImGui::SetCursorScreenPos({origin.x, bottom});
    ImGui::Dummy({0, 0});
}

void leave_gap(float at_100_percent) {
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y + em(at_100_percent));
}

bool keys_are_free(ImGuiID item) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (context.IO.WantTextInput || context.OpenPopupStack.Size > 0) return false;
    return !context.NavCursorVisible || context.NavId == item || context.NavId == 0;
}

void handle_lab_keys(const LabView& view, Commands& commands) {
    if (!view.button.enabled || !view.button.command || view.button.key.empty()) return;
    if (ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt) return;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
    const bool enter = pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter);
    const bool stops = view.button.key == "Esc", locks = view.button.key == "Enter";
    // Enter goes on with the first run, too; later it belongs to what has the focus.
    const bool meant = stops   ? pressed(ImGuiKey_Escape)
                       : locks ? enter
                               : pressed(ImGuiKey_R) || (enter && !view.stage.marks);
    // Enter also presses what has the focus; it means the button only where nothing else has it.
    if (meant && (stops || keys_are_free(plot_item()))) commands.push_back(*view.button.command);
}

} // namespace lockstep::lab
