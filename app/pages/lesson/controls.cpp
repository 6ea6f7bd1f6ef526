// SPDX-License-Identifier: MIT
// The row above the plot: at most three sliders in the learner's words, and the one big button.
#include "app/pages/lesson/canvas.hpp"

#include "app/experiment/slides.hpp"
#include "app/pages/lesson/control_rows.hpp"
#include "app/pages/lesson/words.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <imgui_internal.h>

namespace lockstep::lab {

namespace {

using shell::em;

constexpr std::size_t most_sliders = 3;

/// A choice lies side by side where all of it has room, and else is a slider over its names.
bool is_choice(const SliderShown& shown, float room) {
    return !shown.choices.empty() && shell::segmented_size(shown.choices).x <= room;
}

/// As narrow as it may become: words and value side by side, or all words of a choice.
float least_width(const SliderShown& shown, float room) {
    const float words = shell::text_extent(shell::TextStyle::Label, shown.words).x;
    if (is_choice(shown, room))
        return std::max(words, shell::segmented_size(shown.choices).x);
    const auto width_of = [](const std::string& value) {
        return shell::text_extent(shell::TextStyle::LabelStrong, value).x;
    };
    float value = 0;
    for (const double end : {shown.low, shown.high, shown.value})
        value = std::max(value, width_of(shell::value_words(end, shown.unit)));
    for (const std::string& name : shown.choices)
        value = std::max(value, width_of(name));
    return std::min(room, std::max(em(150), words + value + em(18)));
}

/// The button at its widest, so that it stands in the same place whatever it says. A class that has
/// marks is not told again how long a run takes: there the room is the slider's.
float widest_button(const LabView& view) {
    if (view.session.presenter.on && view.stage.marks)
        return shell::primary_button_size("Stop, 10 s left", "Esc").x;
    const std::string run = run_words(view.session, *view.stage.experiment);
    return shell::primary_button_size(run.c_str(), "R").x;
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
    look.names = shown.choices;
    look.enabled = enabled;
    look.width = width;
    const std::string id = shown.words + "##" + shown.parameter;
    const shell::SliderAnswer answer = shell::slider(id.c_str(), look, shown.value);
    if (answer.changed || answer.released)
        commands.push_back(command::SetSlider{view.stage.experiment->id, shown.parameter,
                                              answer.value, answer.released});
}

void draw_sliders(const LabView& view, const std::vector<SliderShown>& sliders,
                  const ControlRows& rows, float width, float button, Commands& commands) {
    // While a guess is drawn sliders stand still: it is made for these values.
    const bool enabled = view.session.sliders_are_free() && !view.stage.predicting;
    std::size_t next = 0;
    for (std::size_t row = 0; row < rows.counts.size(); ++row) {
        const bool with_button = static_cast<int>(row) == rows.button_row;
        const float space = with_button ? width - button - em(control_button_gap) : width;
        std::vector<float> least;
        std::vector<bool> grows;
        for (std::size_t i = 0; i < rows.counts[row]; ++i) {
            least.push_back(least_width(sliders[next + i], width));
            grows.push_back(!is_choice(sliders[next + i], width));
        }
        const std::vector<float> widths = share_out(least, grows, space, em(control_gap), em(330));
        for (std::size_t i = 0; i < widths.size(); ++i, ++next) {
            if (i > 0)
                ImGui::SameLine(0, em(control_gap));
            ImGui::BeginGroup();
            const bool moves = enabled && !sliders[next].idle;
            if (is_choice(sliders[next], width))
                draw_choice(view, sliders[next], moves, commands);
            else
                draw_slider(view, sliders[next], moves, widths[i], commands);
            ImGui::EndGroup();
        }
        if (row + 1 < rows.counts.size())
            shell::vertical_space(8);
    }
}

/// In a class the plot has to be seen whole: a slider comes with the slide that moves it.
bool is_for_class(const LabView& view, const content::Slider* slider) {
    const Presenter& presenter = view.session.presenter;
    if (!presenter.on)
        return true;
    return slider && !view.stage.predicting && slide_of(presenter) == Slide::Failing &&
           moves_where_it_fails(view.session, *view.stage.lesson, *view.stage.experiment, *slider);
}

/// Some come with the model: before that they would be one thing more to understand.
std::vector<SliderShown> sliders_in_sight(const LabView& view) {
    std::vector<SliderShown> sliders =
        sliders_shown(view.session, *view.stage.lesson, *view.stage.experiment);
    std::erase_if(sliders, [&](const SliderShown& shown) {
        const content::Slider* slider = view.stage.experiment->slider(shown.parameter);
        const bool too_early = slider && slider->later && !view.stage.model;
        return too_early || !is_for_class(view, slider);
    });
    if (sliders.size() > most_sliders)
        sliders.resize(most_sliders);
    return sliders;
}

void draw_button(const LabView& view, float width, Commands& commands) {
    const char* key = view.button.key.empty() ? nullptr : view.button.key.c_str();
    // One id whatever it says, so that it keeps the keyboard's focus.
    const std::string label = view.button.words + "###action";
    if (shell::primary_button(label.c_str(), key, view.button.enabled, width) &&
        view.button.command)
        commands.push_back(*view.button.command);
}

} // namespace

void draw_controls(const LabView& view, Commands& commands) {
    if (!view.stage.ready())
        return;
    const std::vector<SliderShown> sliders = sliders_in_sight(view);
    const char* key = view.button.key.empty() ? nullptr : view.button.key.c_str();
    const ImVec2 button = shell::primary_button_size(view.button.words.c_str(), key);
    const float width = ImGui::GetContentRegionAvail().x;
    std::vector<float> least;
    for (const SliderShown& shown : sliders)
        least.push_back(least_width(shown, width));
    const ControlRows rows =
        control_rows(least, widest_button(view), width, em(control_gap), em(control_button_gap));
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    draw_sliders(view, sliders, rows, width, button.x, commands);
    if (rows.button_row < 0) {
        if (!sliders.empty())
            shell::vertical_space(10);
        const bool alone = sliders.empty() && button.x < width / 2;
        if (alone) // where it stands beside sliders
            ImGui::SetCursorScreenPos({origin.x + width - button.x, origin.y + em(6)});
        draw_button(view, alone ? button.x : width, commands);
        return;
    }
    const float bottom = ImGui::GetCursorScreenPos().y;
    const float top = rows.button_row == 0 ? origin.y + em(6) : bottom - button.y - em(14);
    ImGui::SetCursorScreenPos({origin.x + width - button.x, top});
    draw_button(view, 0, commands);
    ImGui::SetCursorScreenPos(
        {origin.x, std::max(bottom, top + button.y + ImGui::GetStyle().ItemSpacing.y)});
    ImGui::Dummy({0, 0});
}

void leave_gap(float at_100_percent) {
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y +
                         em(at_100_percent));
}

namespace {

bool somebody_types() {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    return context.IO.WantTextInput || context.OpenPopupStack.Size > 0;
}

} // namespace

bool keys_are_free(ImGuiID item) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    return !somebody_types() &&
           (!context.NavCursorVisible || context.NavId == item || context.NavId == 0);
}

void handle_lab_keys(const LabView& view, Commands& commands) {
    if (!view.button.enabled || !view.button.command || view.button.key.empty())
        return;
    if (ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt)
        return;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
    const bool enter = pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter);
    const bool stops = view.button.key == "Esc", locks = view.button.key == "Enter";
    // Enter also presses what has the focus; it means the button only where nothing else has it. It
    // goes on with the first run, too.
    const bool by_enter = enter && (locks || !view.stage.marks) && keys_are_free(plot_item());
    const bool by_letter = !stops && !locks && pressed(ImGuiKey_R) && !somebody_types();
    if ((stops && pressed(ImGuiKey_Escape)) || by_enter || by_letter)
        commands.push_back(*view.button.command);
}

} // namespace lockstep::lab
