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

/// Types at the end of the kernel, in the editor above the button.
void type_into_it(Driver& d, const char* words) {
    d.drag("Compile and run it", 0.5f, -1.0f, 0.5f, -1.0f, [] { return true; });
    const auto text = [&] {
        const auto own = d.session().own_kernels.find("launch_shape/cuda_1");
        return own == d.session().own_kernels.end() ? std::string() : own->second;
    };
    d.type(words, [&] { return text().find(words) != std::string::npos; });
}

/// A version that does the same, then one that is no C++.
void change_it(Driver& d) {
    type_into_it(d, "//mine");
    d.click("Compile and run it", [&] { return !tracing(d).source.empty(); });
    d.wait_until("it is carried out", [&] { return !tracing(d).simulating; });
    d.check(tracing(d).status == PointStatus::Ok && tracing(d).problem.empty(), "it is right");
    d.check(!tracing(d).counters.empty(), "and counted");
    d.frames(3);
    d.picture("edited");
    d.key(ImGuiKey_Escape, [] { return true; });
    type_into_it(d, "/");
    d.key(ImGuiKey_Enter, [] { return true; });
    d.type("nonsense", [&] {
        return d.session().own_kernels.at("launch_shape/cuda_1").find("nonsense") !=
               std::string::npos;
    });
    d.click("Compile and run it", [&] { return tracing(d).error_line > 0; });
    d.frames(3);
    d.picture("error");
    d.click("As it was", [&] { return d.session().own_kernels.empty(); });
    d.wait_until("the original is traced", [&] { return tracing(d).has_trace(); });
    d.check(tracing(d).source.empty(), "it is the project's own again");
}

/// The kernel's text beside it, in every look that a learner may have chosen.
void look_at_its_text(Driver& d) {
    d.click("Edit", [&] { return d.session().state()->view == "kernel"; });
    d.frames(4);
    d.picture("edit");
    change_it(d);
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
