// SPDX-License-Identifier: MIT
// The lesson whose main sweep is counted, with every question answered wrongly once; then its
// kernel is stepped through, changed, and broken.
#include "tests/window/steps.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

const Tracing& tracing(Driver& d) {
    return d.session().tracing;
}

void step_through(Driver& d) {
    d.wait_until("the kernel is traced", [&] { return tracing(d).has_trace(); });
    d.wait_until("its steps are there", [&] { return !tracing(d).window.warp.empty(); });
    d.check(tracing(d).problem.empty(), "nothing went wrong");
    for (std::int64_t step = 1; step <= 5; ++step)
        d.click("step \u2192", [&] { return tracing(d).cursor == step; });
    d.click("\u2190 back", [&] { return tracing(d).cursor == 4; });
    d.picture("stepper");
}

/// The kernel's text beside it, in every look that a learner may have chosen.
void look_at_its_text(Driver& d) {
    d.click("Edit", [&] { return d.session().state()->view == "kernel"; });
    d.frames(4);
    d.picture("edit");
    d.key(ImGuiMod_Ctrl | ImGuiKey_Comma, [&] { return d.session().page == "settings"; });
    d.click("Dark", [&] { return d.session().settings.theme == Theme::Dark; });
    d.key(ImGuiKey_Escape, [&] { return d.session().page == "lesson"; });
    d.find("As it was");
    d.picture("edit-dark");
    d.click("Lanes", [&] { return d.session().state()->view == "lanes"; });
    d.find("next divergence");
    d.picture("stepper-dark");
    while (!d.failed() && d.session().settings.text_scale < 2) {
        const double before = d.session().settings.text_scale;
        d.key(ImGuiMod_Ctrl | ImGuiKey_Equal,
              [&] { return d.session().settings.text_scale > before; });
    }
    d.find("next divergence");
    d.picture("stepper-200");
}

} // namespace

extern const WindowPath launch_path{.name = "launch", .lesson = "launch", .walk = [](Driver& d) {
                                        walk_lesson(d);
                                        step_through(d);
                                        look_at_its_text(d);
                                    }};

} // namespace lockstep::window_tests
