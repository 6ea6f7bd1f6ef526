// SPDX-License-Identifier: MIT
// The whole lesson, with a stroke from corner to corner and every question answered wrongly once.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

extern const WindowPath coalescing_path{
    .name = "coalescing", .lesson = "coalescing", .walk = [](Driver& d) { walk_lesson(d); }};

} // namespace lockstep::window_tests
