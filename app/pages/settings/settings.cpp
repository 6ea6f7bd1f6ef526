// SPDX-License-Identifier: MIT
// The page of settings: how the window looks, and over which of the machine's cores sweeps go.
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

#include <cmath>

namespace lockstep::shell {

namespace {

void draw_heading(const char* words, const char* explanation) {
    vertical_space(24);
    text(TextStyle::InterfaceStrong, palette().ink, words);
    vertical_space(4);
    text_wrapped(TextStyle::Label, palette().soft, explanation);
    vertical_space(10);
}

void draw_theme(Settings& settings) {
    draw_heading(
        "Colours",
        "As the desktop, unless you choose. High contrast has no greys and thicker borders.");
    static const std::vector<std::string> themes{"As the desktop", "Light", "Dark",
                                                 "High contrast"};
    settings.theme =
        static_cast<Theme>(segmented("theme", themes, static_cast<int>(settings.theme)));
}

void draw_text_size(Settings& settings) {
    draw_heading("Text size",
                 "The layout follows. Ctrl + and Ctrl − do the same anywhere, Ctrl 0 goes back.");
    static constexpr double stops[] = {80,  90,  100, 110, 125, 140, 160,
                                       180, 200, 225, 250, 275, 300};
    SliderLook look;
    look.words = "of the usual size";
    look.unit = "percent";
    look.low = 80;
    look.high = 300;
    look.log = true;
    look.stops = stops;
    look.width = em(320);
    const SliderAnswer answer = slider("text size", look, std::round(settings.text_scale * 100));
    // While it is dragged the slider itself would grow under the hand: it takes effect on release.
    if (answer.released || (answer.changed && !ImGui::IsMouseDown(0)))
        settings.text_scale = answer.value / 100;
}

void draw_motion(Settings& settings) {
    draw_heading(
        "Motion",
        "Marks that arrive and a model that draws itself. Off also where the desktop asks for it.");
    settings.reduced_motion = !tick_box("Show motion", !settings.reduced_motion);
}

void draw_cores(const Session& session, Settings& settings) {
    if (session.machine.threads <= session.machine.cores)
        return; // only what works is drawn
    draw_heading("Cores",
                 "Hyperthreads share a core's units, so the curve bends where they begin.");
    settings.uses_siblings =
        tick_box("Let sweeps go on over hyperthreads and slow cores", settings.uses_siblings);
}

bool same(const Settings& a, const Settings& b) {
    return a.theme == b.theme && a.text_scale == b.text_scale &&
           a.reduced_motion == b.reduced_motion && a.uses_siblings == b.uses_siblings;
}

void draw_settings(const Session& session, Commands& commands) {
    text(TextStyle::Title, palette().ink, "Settings");
    vertical_space(6);
    if (link("Back to the lesson (Esc)", TextStyle::Interface))
        commands.push_back(command::OpenPage{"lesson"});
    Settings settings = session.settings;
    draw_theme(settings);
    draw_text_size(settings);
    draw_motion(settings);
    draw_cores(session, settings);
    vertical_space(30);
    if (!same(settings, session.settings))
        commands.push_back(command::ChangeSettings{settings});
}

} // namespace

extern const Page settings_page{"settings", "Settings", &draw_settings, nullptr};

} // namespace lockstep::shell
