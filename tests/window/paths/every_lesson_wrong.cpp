// SPDX-License-Identifier: MIT
// Every variant but the baseline gives a wrong result: it has no time, no verdict rests on it, and
// the lesson says so.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

extern const WindowPath every_lesson_wrong_path{
    .name = "every_lesson_wrong",
    .lesson = "one-cashier",
    .walk = [](Driver& d) { decide_nothing_in_every_lesson(d, Outcome::Wrong); },
    .machine = {.wrong = true},
    .all_lessons = true,
    .width = 1000,
    .height = 700};

} // namespace lockstep::window_tests
