// SPDX-License-Identifier: MIT
// The whole lesson with a guess that trusts every way of measuring, and every question answered
// wrongly once; then in the dark, with text at 200 %.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    // The truth stands at 1 of 2.6.
    walk_lesson(d, {.from_y = 0.615f, .to_y = 0.615f});
    hears_the_reading(d, "claims", "flat");
    look_in_the_dark(d);
}

} // namespace

extern const WindowPath measuring_path{
    .name = "measuring", .lesson = "measuring-honestly", .walk = walk};

} // namespace lockstep::window_tests
