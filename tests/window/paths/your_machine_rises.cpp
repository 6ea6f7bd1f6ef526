// SPDX-License-Identifier: MIT
// The guess of whoever thinks that only memory is slow, and what it hears.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

extern const WindowPath your_machine_rises_path{
    .name = "your_machine_rises", .lesson = "your-machine", .walk = [](Driver& d) {
        come_to_the_views(d, {.model = "memory_only"});
        hears_the_reading(d, "curve", "memory_only");
    }};

} // namespace lockstep::window_tests
