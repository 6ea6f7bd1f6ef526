// SPDX-License-Identifier: MIT
// The cards that could hold a kernel, in a narrow window: a name, a bar and a reason have room.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    come_to_the_views(d, {.no_idea = true});
    d.click("Occupancy", [&] { return d.session().state()->view == "occupancy"; });
    d.click("t4", [&] { return d.session().settings.card == "t4"; });
    d.show("h200");
    d.picture("cards");
    d.click("Latency", [&] { return d.session().state()->view == "latency"; });
    d.frames(4);
    d.picture("latency");
    look_in_the_dark(d);
    d.show("Latency");
    d.frames(3);
    d.picture("latency-200");
}

} // namespace

extern const WindowPath occupancy_narrow_path{
    .name = "occupancy_narrow", .lesson = "shared-memory", .walk = walk, .width = 760};

} // namespace lockstep::window_tests
