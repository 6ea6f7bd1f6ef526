// SPDX-License-Identifier: MIT
// Another program is there in every second round: the run decides nothing, says so, and can be run
// again.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

extern const WindowPath every_lesson_disturbed_path{
    .name = "every_lesson_disturbed",
    .lesson = "one-cashier",
    .walk = [](Driver& d) { decide_nothing_in_every_lesson(d, Outcome::Disturbed); },
    .machine = {.disturbed = true},
    .all_lessons = true,
    .width = 1000,
    .height = 700};

} // namespace lockstep::window_tests
