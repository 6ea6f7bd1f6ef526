// SPDX-License-Identifier: MIT
// The one action of the page, and how far it has come.
#include "app/pages/passport/parts.hpp"
#include "app/pages/passport/probes.hpp"

#include "app/shell/widgets.hpp"

#include <cmath>

namespace lockstep::passport_page {

namespace {

using shell::em;
using shell::TextStyle;

/// A tick for what is done, a ring for what goes on, an empty one for what comes.
void draw_probe(const Probe& probe, int state) {
    const auto& p = shell::palette();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float high = shell::line_height(TextStyle::Interface);
    const ImVec2 centre{at.x + em(8), std::round(at.y + high / 2)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (state < 0)
        shell::draw_tick(list, centre, em(11), p.good);
    else
        list.AddCircle(centre, em(6), state == 0 ? p.accent : p.track, 0, em(2));
    if (state == 0)
        list.AddCircleFilled(centre, em(3), p.accent);
    ImGui::SetCursorScreenPos({at.x + em(26), at.y});
    shell::text_wrapped(state == 0 ? TextStyle::InterfaceStrong : TextStyle::Interface,
                        state == 0 ? p.ink : p.soft, probe.title);
}

void draw_progress(const Session& session, Commands& commands) {
    const auto& p = shell::palette();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    int number = 0;
    for (const Probe& probe : probes()) {
        draw_probe(probe, number++ - session.bench.rounds_done);
        shell::vertical_space(4);
    }
    ImGui::PopStyleVar();
    shell::vertical_space(12);
    if (shell::primary_button("Stop###action", "Esc"))
        commands.push_back(command::StopRun{});
    shell::vertical_space(8);
    shell::text_wrapped(TextStyle::Label, p.soft,
                        "Timing, for at most 20 s. The window holds still so that it takes no time "
                        "from the cores.");
}

void draw_button(const Session& session, Commands& commands) {
    const bool ready = session.bench.phase == BenchPhase::Ready && !session.running();
    if (session.bench.phase == BenchPhase::Failed) {
        if (shell::primary_button("Start the bench again###action"))
            commands.push_back(command::RestartBench{});
        return;
    }
    // What is there need not be taken again, unless other programs disturbed it: the button is no
    // longer the one thing to do.
    const auto& taken = session.passport.taken;
    const bool good = taken && taken->disturbed == 0;
    const char* words =
        taken ? "Measure again###action" : "Measure this machine, at most 20 s###action";
    const bool pressed =
        good ? shell::quiet_button(words, ready) : shell::primary_button(words, "R", ready);
    if (pressed)
        commands.push_back(command::TakePassport{});
}

} // namespace

bool is_known(const Session& session) {
    const PassportState& state = session.passport;
    return state.taken || state.sought || session.bench.phase == BenchPhase::Failed;
}

void draw_action(const Session& session, Commands& commands) {
    const auto& p = shell::palette();
    const PassportState& state = session.passport;
    if (!is_known(session))
        return;
    shell::vertical_space(18);
    if (!state.taken && !session.taking_passport()) {
        shell::text_wrapped(TextStyle::Body, p.ink,
                            "How fast it is has not been measured yet. That takes some seconds "
                            "on a few cores and at most 20 s on many; Esc stops it. What comes "
                            "out is kept until the machine changes.");
        shell::vertical_space(14);
    }
    if (!state.problem.empty()) {
        shell::text_wrapped(TextStyle::Interface, p.cost, state.problem);
        shell::vertical_space(10);
    }
    if (session.taking_passport())
        draw_progress(session, commands);
    else
        draw_button(session, commands);
}

} // namespace lockstep::passport_page
