// SPDX-License-Identifier: MIT
// Every lesson on a machine with one core, with text at 200 %: each can be finished there.
#include "tests/window/steps.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    arrive(d);
    d.check(d.session().machine.cores == 1, "the machine has one core");
    while (!d.failed() && d.session().settings.text_scale < 2) {
        const double before = d.session().settings.text_scale;
        d.key(ImGuiMod_Ctrl | ImGuiKey_Equal,
              [&] { return d.session().settings.text_scale > before; });
    }
    in_every_lesson(d, [&] { walk_lesson(d, {.no_idea = true, .wrong_first = false}); });
}

} // namespace

extern const WindowPath every_lesson_on_one_core_path{.name = "every_lesson_on_one_core",
                                                      .lesson = "one-cashier",
                                                      .walk = walk,
                                                      .machine = {.cores = 1},
                                                      .all_lessons = true,
                                                      .width = 1000,
                                                      .height = 700};

} // namespace lockstep::window_tests
