// SPDX-License-Identifier: MIT
// The whole lesson with the guess of somebody for whom a core has one speed, and every question
// answered wrongly once; then in the dark, with text at 200 %.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    walk_lesson(d, {.from_y = 0.08f, .to_y = 0.08f});
    hears_the_reading(d, "curve", "more_work_more_time");
    look_in_the_dark(d);
}

} // namespace

extern const WindowPath your_machine_path{
    .name = "your_machine", .lesson = "your-machine", .walk = walk};

} // namespace lockstep::window_tests
