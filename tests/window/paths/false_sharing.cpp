// SPDX-License-Identifier: MIT
// The whole lesson, with a stroke from corner to corner and every question answered wrongly once;
// then the program is started again, and everything is still there.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

extern const WindowPath false_sharing_path{.name = "false_sharing",
                                           .lesson = "false-sharing",
                                           .walk = [](Driver& d) { walk_lesson(d); },
                                           .walk_again = finds_it_again};

} // namespace lockstep::window_tests
