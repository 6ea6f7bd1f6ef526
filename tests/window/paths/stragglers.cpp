// SPDX-License-Identifier: MIT
// The whole lesson, with a stroke from corner to corner and every question answered wrongly once;
// then the program is started again, and everything is still there.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

extern const WindowPath stragglers_path{.name = "stragglers",
                                        .lesson = "stragglers",
                                        .walk = [](Driver& d) { walk_lesson(d); },
                                        .walk_again = finds_it_again};

} // namespace lockstep::window_tests
