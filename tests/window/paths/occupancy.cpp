// SPDX-License-Identifier: MIT
// How many warps of a kernel each card would hold: one is chosen, and so at the next start, too.
#include "tests/window/steps.hpp"

namespace lockstep::window_tests {

namespace {

void open_it(Driver& d) {
    d.click("Occupancy", [&] { return d.session().state()->view == "occupancy"; });
    d.find("t4");
    d.frames(4);
}

void walk(Driver& d) {
    come_to_the_views(d, {.no_idea = true});
    d.check(d.session().card() && d.session().card()->id == "h200", "an H200 unless it is said");
    open_it(d);
    d.picture("h200");
    d.click("t4", [&] { return d.session().settings.card == "t4"; });
    d.frames(4);
    d.picture("t4");
    d.click("Latency", [&] { return d.session().state()->view == "latency"; });
    d.frames(4);
    d.picture("latency");
    d.click("Occupancy", [&] { return d.session().state()->view == "occupancy"; });
    d.use_keyboard_only();
    d.click("rtx_4090", [&] { return d.session().settings.card == "rtx_4090"; });
}

void again(Driver& d) {
    d.check(d.session().card() && d.session().card()->id == "rtx_4090", "it is still chosen");
    open_it(d);
    look_in_the_dark(d);
    d.find("t4");
    d.frames(4);
    d.picture("large");
    d.click("Latency", [&] { return d.session().state()->view == "latency"; });
    d.frames(4);
    d.picture("latency-large");
}

} // namespace

extern const WindowPath occupancy_path{
    .name = "occupancy", .lesson = "shared-memory", .walk = walk, .walk_again = again};

} // namespace lockstep::window_tests
