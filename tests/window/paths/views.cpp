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

/// What was looked at is the session's: it is still there when the learner comes back.
void look_at_another_variant(Driver& d) {
    const auto looked_at = [&] { return d.lab().code_variant; };
    d.check(looked_at().empty(), "at first it is the code of the chosen mark");
    d.click("serial", [&] { return looked_at() == "serial"; });
    d.click("Samples", [&] { return d.state().view == "samples"; });
    d.click("Code", [&] { return d.state().view == "code"; });
    d.check(looked_at() == "serial", "and then that which was chosen");
}

/// With motion off the replay has no button; its slider goes to any moment.
void go_to_a_moment(Driver& d) {
    d.check(d.state().replay.of.empty(), "at first the picture is whole");
    d.show("moment");
    d.drag("moment", 0.9f, 0.7f, 0.4f, 0.7f,
           [&] { return !d.state().replay.of.empty() && d.state().replay.share < 0.8; });
    d.frames(3);
    d.picture("moment");
    const double share = d.state().replay.share;
    open_view(d, "Numbers", "numbers");
    open_view(d, "Picture", "picture");
    d.check(d.state().replay.share == share, "it stands where it was left");
}

void walk(Driver& d) {
    come_to_the_views(d);
    open_view(d, "Samples", "samples");
    open_view(d, "Code", "code");
    look_at_another_variant(d);
    open_view(d, "Numbers", "numbers");
    d.click("Copy the table", [] { return ImGui::GetClipboardText() != nullptr; });
    d.check(std::string(ImGui::GetClipboardText()).find('\t') != std::string::npos,
            "the table was copied, column by column");
    open_view(d, "Timeline", "timeline");
    d.click("a picture", [&] { return d.state().tab == "picture"; });
    run_it(d, "picture");
    d.wait_until("a mark is chosen", [&] { return d.exists("Picture"); });
    open_view(d, "Picture", "picture");
    go_to_a_moment(d);
    look_in_the_dark(d);
}

} // namespace

extern const WindowPath views_path{.name = "views", .lesson = "stragglers", .walk = walk};

} // namespace lockstep::window_tests
