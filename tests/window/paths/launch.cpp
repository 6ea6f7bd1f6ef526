// SPDX-License-Identifier: MIT
// The lesson whose main sweep is counted, with every question answered wrongly once; then its
// kernel is stepped through, changed, and broken.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

namespace {

const Tracing& tracing(Driver& d) {
    return d.session().tracing;
}

void step_through(Driver& d) {
    d.wait_until("the kernel is traced", [&] { return tracing(d).has_trace(); });
    d.wait_until("its steps are there", [&] { return !tracing(d).window.warp.empty(); });
    d.check(tracing(d).problem.empty(), "nothing went wrong");
    for (std::int64_t step = 1; step <= 5; ++step)
        d.click("step \u2192", [&] { return tracing(d).cursor == step; });
    d.click("\u2190 back", [&] { return tracing(d).cursor == 4; });
    d.picture("stepper");
}

} // namespace

extern const WindowPath launch_path{.name = "launch", .lesson = "launch", .walk = [](Driver& d) {
                                        walk_lesson(d);
                                        step_through(d);
                                    }};

} // namespace lockstep::window_tests
