// SPDX-License-Identifier: MIT
// The guess of whoever thinks that a mistake can only add time, and what it hears.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

extern const WindowPath measuring_adds_path{
    .name = "measuring_adds", .lesson = "measuring-honestly", .walk = [](Driver& d) {
        come_to_the_views(d, {.from_y = 0.35f, .to_y = 0.35f});
        hears_the_reading(d, "claims", "mistakes_add");
    }};

} // namespace lockstep::window_tests
