// SPDX-License-Identifier: MIT
// The table of keys. A new key is a new row: the page of keys and the handling follow.
#include "app/shell/frame.hpp"
#include "app/shell/keys.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_trace.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace lockstep::shell {

namespace {

using Answer = std::optional<Command>;

Answer open_page(const Session& session, const char* page) {
    return command::OpenPage{session.page == page ? "lesson" : page};
}
Answer keys_page(const Session& session) {
    return open_page(session, "keys");
}
Answer settings_page(const Session& session) {
    return open_page(session, "settings");
}
Answer course_page(const Session& session) {
    return open_page(session, "course");
}
Answer machine_page(const Session& session) {
    return open_page(session, "passport");
}

Answer neighbour(const Session& session, int by) {
    const std::string lesson = neighbour_lesson(session, by);
    return lesson.empty() ? Answer{} : command::OpenLesson{lesson};
}
Answer next_lesson(const Session& session) {
    return neighbour(session, 1);
}
Answer previous_lesson(const Session& session) {
    return neighbour(session, -1);
}

Answer fold_rail(const Session& session) {
    return command::FoldRail{!session.settings.rail_folded};
}
Answer quit(const Session&) {
    return command::Quit{};
}

/// Esc leaves what lies over the lesson; in the lesson itself it belongs to the lab, and on the
/// page of a machine that is being measured it stops that first.
Answer leave(const Session& session) {
    if (session.presenter.on)
        return session.running() ? Answer{} : command::TogglePresenter{};
    if (session.page == "passport" && session.taking_passport())
        return command::StopRun{};
    if (session.page != "lesson")
        return command::OpenPage{"lesson"};
    return {};
}

Answer resized(const Session& session, int by) {
    Settings settings = session.settings;
    settings.text_scale = by == 0 ? 1.0 : next_text_scale(settings.text_scale, by);
    return command::ChangeSettings{settings};
}
Answer larger(const Session& session) {
    return resized(session, 1);
}
Answer smaller(const Session& session) {
    return resized(session, -1);
}
Answer plain(const Session& session) {
    return resized(session, 0);
}

/// The tabs of the lab's lower card, as they stand from left to right.
template <std::size_t index>
Answer choose_view(const Session& session) {
    const auto views = views_now(session);
    return index < views.size() ? Answer{command::ChooseView{views[index]->name}} : Answer{};
}

Answer step(const Session& session, bool backward) {
    return steps_by_keys(session) ? Answer{command::SeekStep{"step", backward}} : Answer{};
}
Answer step_on(const Session& session) {
    return step(session, false);
}
Answer step_back(const Session& session) {
    return step(session, true);
}
Answer divergence(const Session& session, bool backward) {
    return steps_by_keys(session) ? Answer{command::SeekStep{"divergence", backward}} : Answer{};
}
Answer next_divergence(const Session& session) {
    return divergence(session, false);
}
Answer previous_divergence(const Session& session) {
    return divergence(session, true);
}
Answer other_warp(const Session& session, int by) {
    const Tracing& tracing = session.tracing;
    const int warp = tracing.warp + by;
    const bool there = steps_by_keys(session) && warp >= 0 && warp < tracing.info.warps;
    return there ? Answer{command::TraceWarp{warp}} : Answer{};
}
Answer closer(const Session& session) {
    return steps_by_keys(session) ? Answer{command::ZoomBlock{true}} : Answer{};
}
Answer further(const Session& session) {
    return steps_by_keys(session) ? Answer{command::ZoomBlock{false}} : Answer{};
}
Answer next_warp(const Session& session) {
    return other_warp(session, 1);
}
Answer previous_warp(const Session& session) {
    return other_warp(session, -1);
}

Answer present(const Session&) {
    return command::TogglePresenter{};
}
Answer slide(const Session& session, int by) {
    return session.presenter.on ? Answer{command::Slide{by}} : Answer{};
}
Answer next_slide(const Session& session) {
    return slide(session, 1);
}
Answer previous_slide(const Session& session) {
    return slide(session, -1);
}
Answer blank(const Session& session) {
    return session.presenter.on ? Answer{command::Blank{}} : Answer{};
}

constexpr KeyRow table[] = {
    {KeyGroup::Going, "Tab", "to the next control; Shift + Tab to the one before"},
    {KeyGroup::Going, "Space", "presses what has the focus; so does Enter"},
    {KeyGroup::Going, "Ctrl + Page Down", "next lesson", ImGuiMod_Ctrl | ImGuiKey_PageDown, 0,
     next_lesson},
    {KeyGroup::Going, "Ctrl + Page Up", "lesson before", ImGuiMod_Ctrl | ImGuiKey_PageUp, 0,
     previous_lesson},
    {KeyGroup::Going, "Ctrl + L", "all lessons", ImGuiMod_Ctrl | ImGuiKey_L, 0, course_page},
    {KeyGroup::Going, "Ctrl + M", "this machine", ImGuiMod_Ctrl | ImGuiKey_M, 0, machine_page},
    {KeyGroup::Going, "Ctrl + B", "shows or folds the list at the left", ImGuiMod_Ctrl | ImGuiKey_B,
     0, fold_rail},
    {KeyGroup::Going, "Ctrl + ,", "settings", ImGuiMod_Ctrl | ImGuiKey_Comma, 0, settings_page},
    {KeyGroup::Going, "F1", "this page", ImGuiKey_F1, 0, keys_page},
    {KeyGroup::Going, "Esc", "back to the lesson", ImGuiKey_Escape, 0, leave},
    {KeyGroup::Going, "Ctrl + Q", "quits", ImGuiMod_Ctrl | ImGuiKey_Q, 0, quit},

    {KeyGroup::Guessing, "← →", "choose a place of the curve"},
    {KeyGroup::Guessing, "↑ ↓", "move it by 5 % of the axis; with Shift by 1 %"},
    {KeyGroup::Guessing, "0 – 9", "type its value"},
    {KeyGroup::Guessing, "Ctrl + Z", "takes the last stroke back"},
    {KeyGroup::Guessing, "Esc", "clears the drawing"},
    {KeyGroup::Guessing, "Enter", "locks the guess"},

    {KeyGroup::Running, "R", "runs, and runs again; measures this machine on its page"},
    {KeyGroup::Running, "Esc", "stops; what was measured stays"},
    {KeyGroup::Running, "← →",
     "on a slider: one step; with Shift a fifth of it; Home and End to its ends"},

    {KeyGroup::Looking, "← → ↑ ↓", "in the plot: choose a mark"},
    {KeyGroup::Looking, "Ctrl + S", "saves the run as a run file, in the folder for downloads"},
    {KeyGroup::Looking, "Ctrl + O", "opens a run file, which is laid over what it is of"},
    {KeyGroup::Looking, "Alt + 1 … 8", "tabs of the lower card, from the left",
     ImGuiMod_Alt | ImGuiKey_1, 0, choose_view<0>},
    {KeyGroup::Looking, nullptr, nullptr, ImGuiMod_Alt | ImGuiKey_2, 0, choose_view<1>},
    {KeyGroup::Looking, nullptr, nullptr, ImGuiMod_Alt | ImGuiKey_3, 0, choose_view<2>},
    {KeyGroup::Looking, nullptr, nullptr, ImGuiMod_Alt | ImGuiKey_4, 0, choose_view<3>},
    {KeyGroup::Looking, nullptr, nullptr, ImGuiMod_Alt | ImGuiKey_5, 0, choose_view<4>},
    {KeyGroup::Looking, nullptr, nullptr, ImGuiMod_Alt | ImGuiKey_6, 0, choose_view<5>},
    {KeyGroup::Looking, nullptr, nullptr, ImGuiMod_Alt | ImGuiKey_7, 0, choose_view<6>},
    {KeyGroup::Looking, nullptr, nullptr, ImGuiMod_Alt | ImGuiKey_8, 0, choose_view<7>},
    {KeyGroup::Looking, "Ctrl + +", "larger text", ImGuiMod_Ctrl | ImGuiKey_Equal,
     ImGuiMod_Ctrl | ImGuiKey_KeypadAdd, larger},
    {KeyGroup::Looking, "Ctrl + −", "smaller text", ImGuiMod_Ctrl | ImGuiKey_Minus,
     ImGuiMod_Ctrl | ImGuiKey_KeypadSubtract, smaller},
    {KeyGroup::Looking, nullptr, nullptr, ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Equal, 0,
     larger},
    {KeyGroup::Looking, "Ctrl + 0", "text at 100 %", ImGuiMod_Ctrl | ImGuiKey_0,
     ImGuiMod_Ctrl | ImGuiKey_Keypad0, plain},

    {KeyGroup::Stepping, "N", "the next step of the warp; with Shift the one before", ImGuiKey_N, 0,
     step_on},
    {KeyGroup::Stepping, nullptr, nullptr, ImGuiMod_Shift | ImGuiKey_N, 0, step_back},
    {KeyGroup::Stepping, "D", "to the next divergence; with Shift to the one before", ImGuiKey_D, 0,
     next_divergence},
    {KeyGroup::Stepping, nullptr, nullptr, ImGuiMod_Shift | ImGuiKey_D, 0, previous_divergence},
    {KeyGroup::Stepping, "W", "the next warp; with Shift the one before", ImGuiKey_W, 0, next_warp},
    {KeyGroup::Stepping, nullptr, nullptr, ImGuiMod_Shift | ImGuiKey_W, 0, previous_warp},
    {KeyGroup::Stepping, "Z", "a closer look at all warps; with Shift further away", ImGuiKey_Z, 0,
     closer},
    {KeyGroup::Stepping, nullptr, nullptr, ImGuiMod_Shift | ImGuiKey_Z, 0, further},
    {KeyGroup::Stepping, "↑ ↓ Enter",
     "in the source: choose a line and run to it; with Shift back to it"},
    {KeyGroup::Stepping, "← → ↑ ↓", "among the warps of the block: step, and choose a warp"},

    {KeyGroup::Classroom, "F5", "presenter: large text, one step at a time", ImGuiKey_F5, 0,
     present},
    {KeyGroup::Classroom, "Page Down",
     "next: question, guess, run, compare, model, failure, quiz, answers", ImGuiKey_PageDown, 0,
     next_slide},
    {KeyGroup::Classroom, "Page Up", "the step before", ImGuiKey_PageUp, 0, previous_slide},
    {KeyGroup::Classroom, "B", "blanks the screen", ImGuiKey_B, 0, blank},
    {KeyGroup::Classroom, "1 – 4", "a raised hand for that answer; with Shift one back"},
};

} // namespace

std::span<const KeyRow> all_keys() {
    return table;
}

const char* words_of(KeyGroup group) {
    switch (group) {
    case KeyGroup::Going:
        return "Going about";
    case KeyGroup::Guessing:
        return "Drawing a guess";
    case KeyGroup::Running:
        return "Running";
    case KeyGroup::Looking:
        return "Looking";
    case KeyGroup::Stepping:
        return "Stepping through a kernel";
    case KeyGroup::Classroom:
        return "In a classroom";
    }
    return "";
}

double next_text_scale(double now, int by) {
    static constexpr std::array sizes{0.8, 0.9, 1.0,  1.1, 1.25, 1.4, 1.6,
                                      1.8, 2.0, 2.25, 2.5, 2.75, 3.0};
    if (by > 0) {
        const auto above =
            std::find_if(sizes.begin(), sizes.end(), [&](double s) { return s > now + 0.01; });
        return above == sizes.end() ? sizes.back() : *above;
    }
    const auto below =
        std::find_if(sizes.rbegin(), sizes.rend(), [&](double s) { return s < now - 0.01; });
    return below == sizes.rend() ? sizes.front() : *below;
}

} // namespace lockstep::shell
