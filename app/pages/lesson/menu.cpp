// SPDX-License-Identifier: MIT
// The three dots of the plot: save, copy, zoom back, open a run. Everything goes out as a command.
#include "app/pages/lesson/lab.hpp"

#include "app/pages/lesson/numbers_text.hpp"
#include "app/pages/lesson/save.hpp"
#include "app/shell/capture.hpp"
#include "app/shell/keys.hpp"
#include "app/shell/motion.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

#include <array>
#include <cstring>
#include <utility>

namespace lockstep::lab {

namespace {

using shell::em;
using shell::TextStyle;

struct Ending {
    const char* words;
    const char* ending;
};
constexpr std::array<Ending, 4> endings{{{"Save the plot as PNG", "png"},
                                         {"Save the plot as SVG", "svg"},
                                         {"Save the numbers as CSV", "csv"},
                                         {"Save the run", "json"}}};

/// Where the picture goes that was asked for, until its pixels are there.
std::string picture_path;
bool picture_asked = false;
int picture_frame = 0; ///< in which it was asked for: the menu is still drawn in this one

/// The path that is being typed for "Open a run"; only while its popup is open.
std::array<char, 1024> typed_path{};
bool open_asked = false; ///< by the menu or by its key: the popup opens in the next frame

bool row(const char* words) {
    return ImGui::Selectable(words, false, ImGuiSelectableFlags_None, {em(230), em(24)});
}

void save_as(const LabView& view, const char* ending, Commands& commands) {
    const auto taken = [](const std::filesystem::path& path) {
        std::error_code error;
        return std::filesystem::exists(path, error);
    };
    const auto path = save_path(save_folder(), view.stage.lesson->id, view.stage.experiment->id,
                                today(), ending, taken);
    // A picture is taken of the next frame, in which the menu is closed.
    if (std::strcmp(ending, "png") == 0) {
        picture_path = path.string();
        picture_frame = ImGui::GetFrameCount();
    } else
        commands.push_back(command::SaveRun{path.string()});
}

void draw_path(Commands& commands) {
    const shell::TextScope scope(TextStyle::Interface);
    shell::text(TextStyle::Label, shell::palette().soft, "Path of a run file");
    ImGui::SetNextItemWidth(em(320));
    if (ImGui::IsWindowAppearing())
        ImGui::SetKeyboardFocusHere();
    const bool entered = ImGui::InputText("##path", typed_path.data(), typed_path.size(),
                                          ImGuiInputTextFlags_EnterReturnsTrue);
    ImGui::SameLine();
    const bool open = shell::quiet_button("Open") || entered;
    if (!open || std::strlen(typed_path.data()) == 0)
        return;
    commands.push_back(command::OpenRun{typed_path.data()});
    typed_path[0] = 0;
    ImGui::CloseCurrentPopup();
}

void draw_rows(const LabView& view, Commands& commands) {
    const shell::TextScope scope(TextStyle::Interface);
    for (const Ending& ending : endings)
        if (row(ending.words))
            save_as(view, ending.ending, commands);
    if (row("Copy the numbers"))
        ImGui::SetClipboardText(numbers_text(*view.stage.run(), view.plan.models).c_str());
    shell::vertical_space(4);
    if (!zoom_of(view).is_whole() && row("Zoom back"))
        commands.push_back(command::ShowWholePlot{view.stage.experiment->id});
    if (row("Open a run ..."))
        open_asked = true;
    const shell::View* runs = shell::view("runs");
    const bool views = view.stage.strip && view.chosen.estimate && runs;
    if (views && runs->available(view.session) && row("Runs to lay over"))
        commands.push_back(command::ChooseView{"runs"});
    if (!view.stage.lab->laid_over.empty() && row("Remove the runs laid over"))
        commands.push_back(command::TakeAway{});
}

} // namespace

void take_picture(ImVec2 low, ImVec2 high, Commands& commands) {
    if (picture_path.empty())
        return;
    shell::drawn_once("picture/" + picture_path, 1); // frames go on until the pixels are there
    if (shell::has_pixels()) {
        commands.push_back(command::SaveRun{picture_path});
        picture_path.clear();
        picture_asked = false;
    } else if (!picture_asked && ImGui::GetFrameCount() > picture_frame + 1) {
        shell::ask_pixels(low, high);
        picture_asked = true;
    }
}

void draw_open_run(Commands& commands) {
    if (std::exchange(open_asked, false))
        ImGui::OpenPopup("open run");
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {em(10), em(10)});
    if (ImGui::BeginPopup("open run")) {
        draw_path(commands);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

void handle_file_keys(const LabView& view, Commands& commands) {
    if (!view.stage.ready() || shell::modifiers() != ImGuiMod_Ctrl)
        return;
    if (ImGui::IsKeyPressed(ImGuiKey_O, false))
        open_asked = true;
    if (ImGui::IsKeyPressed(ImGuiKey_S, false) && view.stage.run() && !view.stage.timing)
        save_as(view, "json", commands);
}

void draw_menu(const LabView& view, Commands& commands) {
    if (shell::sign_button("\xE2\x8B\xAF##menu", "Save, copy, zoom"))
        ImGui::OpenPopup("plot menu");
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {em(10), em(10)});
    if (ImGui::BeginPopup("plot menu")) {
        draw_rows(view, commands);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

} // namespace lockstep::lab
