// SPDX-License-Identifier: MIT
// The guess of whoever thinks that every mistake flatters, and what it hears.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

extern const WindowPath measuring_flatters_path{
    .name = "measuring_flatters", .lesson = "measuring-honestly", .walk = [](Driver& d) {
        come_to_the_views(d, {.from_y = 0.81f, .to_y = 0.81f});
        hears_the_reading(d, "claims", "mistakes_flatter");
    }};

} // namespace lockstep::window_tests
