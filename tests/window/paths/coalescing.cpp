// SPDX-License-Identifier: MIT
// The whole lesson, with a stroke from corner to corner and every question answered wrongly once;
// then the times of the CPU once more, from emptied caches.
#include "tests/window/steps.hpp"

#include <algorithm>

namespace lockstep::window_tests {

namespace {

/// The caches are a choice beside the sliders, and what comes of it says which it was.
void choose_cold_caches(Driver& d) {
    if (d.failed())
        return;
    d.click("your CPU", [&] { return d.state().tab == "cpu"; });
    d.check(d.lab("cpu").run && d.lab("cpu").run->cache == "warm", "the lesson ran it warm");
    d.click("cold caches",
            [&] { return d.lab("cpu").run && d.lab("cpu").run->cache == "cold"; });
    d.wait_until("it was run anew", [&] { return !d.session().running(); });
    const auto& series = d.lab("cpu").run->series;
    d.check(!series.empty() && series.front().label == "serial, cold caches", "its label says so");
    d.check(!series.empty() && std::ranges::all_of(series.front().points, [](const Estimate& mark) {
        return mark.status == PointStatus::Ok;
    }),
            "and every point was timed");
    d.frames(3);
    d.picture("cold");
    d.click("Numbers", [&] { return d.state().view == "numbers"; });
    d.frames(3);
    d.picture("cold-numbers");
}

} // namespace

extern const WindowPath coalescing_path{.name = "coalescing",
                                        .lesson = "coalescing",
                                        .walk = [](Driver& d) {
                                            walk_lesson(d);
                                            choose_cold_caches(d);
                                        }};

} // namespace lockstep::window_tests
