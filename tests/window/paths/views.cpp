// SPDX-License-Identifier: MIT
// The lower card's tabs, each with what it is for: the timeline, the cloud of samples, the code
// that ran, the numbers, and the picture that the tiles make.
#include "tests/window/steps.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

void open_view(Driver& d, const char* title, const char* name) {
    d.click(title, [&] { return d.state().view == name; });
    d.frames(4);
    d.picture(name);
}

void walk(Driver& d) {
    come_to_the_views(d);
    open_view(d, "Samples", "samples");
    open_view(d, "Code", "code");
    open_view(d, "Numbers", "numbers");
    d.click("Copy the table", [] { return ImGui::GetClipboardText() != nullptr; });
    d.check(std::string(ImGui::GetClipboardText()).find('\t') != std::string::npos,
            "the table was copied, column by column");
    open_view(d, "Timeline", "timeline");
    d.click("a picture", [&] { return d.state().tab == "picture"; });
    run_it(d, "picture");
    d.wait_until("a mark is chosen", [&] { return d.exists("Picture"); });
    open_view(d, "Picture", "picture");
    look_in_the_dark(d);
}

} // namespace

extern const WindowPath views_path{.name = "views", .lesson = "stragglers", .walk = walk};

} // namespace lockstep::window_tests
