// SPDX-License-Identifier: MIT
// The first five minutes of somebody new: a question and one button, then the whole lesson with a
// stroke from corner to corner and every question answered wrongly once. Then the rail unfolds.
#include "tests/window/steps.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    arrive(d);
    d.check(d.session().lesson_id == "one-cashier", "the lab opens on the first lesson");
    d.check(d.session().welcoming(), "somebody new is welcomed");
    d.check(!d.exists("drawing"), "there is no lab yet");
    d.check(d.exists("Guess first##begin"), "there is one button");
    d.picture("welcome");
    d.key(ImGuiKey_Enter, [&] { return !d.session().welcoming(); });
    d.frames(3);
    walk_lesson(d);
    d.check(!d.session().settings.rail_folded, "the rail shows where to go now");
}

void again(Driver& d) {
    arrive(d);
    d.check(!d.session().welcoming(), "nobody is welcomed twice");
    d.check(d.state().finished, "the lesson is still finished");
    d.check(!d.session().settings.rail_folded, "the rail stays as it was");
}

} // namespace

extern const WindowPath one_cashier_path{.name = "one_cashier",
                                         .lesson = "one-cashier",
                                         .walk = walk,
                                         .by_name = false,
                                         .walk_again = again};

} // namespace lockstep::window_tests
