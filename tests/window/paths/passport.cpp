// SPDX-License-Identifier: MIT
// "This machine": reached in every way, stopped in the middle, measured, kept for the next start,
// measured again, and used: a lesson says beforehand what it cannot show here.
#include "app/experiment/queries.hpp"
#include "tests/window/steps.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

constexpr const char* measure = "Measure this machine, at most 20 s###action";

bool on_the_page(const Driver& d) {
    return d.session().page == "passport";
}

std::string cannot(const Driver& d) {
    return cannot_show(d.session(), d.session().lesson()->experiments.front());
}

void reach_it(Driver& d) {
    arrive(d);
    d.wait_until("the disk has answered", [&] { return d.session().passport.sought; });
    d.check(!d.session().passport.taken, "nothing was ever measured here");
    d.check(cannot(d).empty(), "and nothing speaks against the lesson");
    d.click(machine_words(d.session().machine) + "###machine", [&] { return on_the_page(d); });
    d.frames(3);
    d.picture("empty");
    d.key(ImGuiKey_Escape, [&] { return !on_the_page(d); });
    d.key(ImGuiMod_Ctrl | ImGuiKey_L, [&] { return d.session().page == "course"; });
    d.click("This machine (Ctrl+M)", [&] { return on_the_page(d); });
    d.key(ImGuiMod_Ctrl | ImGuiKey_M, [&] { return !on_the_page(d); });
    d.key(ImGuiMod_Ctrl | ImGuiKey_M, [&] { return on_the_page(d); });
    d.key(ImGuiMod_Ctrl | ImGuiKey_B, [&] { return !d.session().settings.rail_folded; });
    d.click("Settings", [&] { return d.session().page == "settings"; });
    d.click("This machine", [&] { return on_the_page(d); });
}

void stop_it(Driver& d) {
    d.click(measure, [&] { return d.session().taking_passport(); });
    d.wait_until("a probe is named", [&] { return d.session().bench.rounds_planned > 0; });
    d.picture("measuring");
    d.check(d.session().taking_passport(), "the picture was taken in the middle");
    d.key(ImGuiKey_Escape, [&] { return !d.session().taking_passport(); });
    d.check(on_the_page(d), "Esc stopped it and did not leave the page");
    d.check(!d.session().passport.taken, "half a passport is none");
    d.check(d.session().notices.empty(), "to stop is nothing to be told of");
    arrive(d);
}

void take_it(Driver& d) {
    d.key(ImGuiKey_R, [&] { return d.session().taking_passport(); });
    d.wait_until("it is taken", [&] { return d.session().passport.taken.has_value(); });
    d.check(!d.session().running(), "the bench is free again");
    d.check(!d.session().passport.kept, "it was measured just now");
    d.frames(4);
    d.picture("taken");
    d.check(d.find("cores") && d.find("latencies"), "the map and the matrix are there");
    d.show("roof");
    d.picture("roofline");
}

/// The lab speaks before a run, not after it.
void use_it(Driver& d) {
    d.check(!cannot(d).empty(), "equal runs differ by more than the lesson's effect can bear");
    d.check(d.find("One cashier, twenty lanes##one-cashier"), "the page says so of the lesson");
    d.picture("lessons");
    d.key(ImGuiKey_Escape, [&] { return !on_the_page(d); });
    d.frames(3);
    d.picture("lesson");
}

void walk(Driver& d) {
    reach_it(d);
    stop_it(d);
    take_it(d);
    use_it(d);
}

/// By keys, in other looks, from what was kept.
void again(Driver& d) {
    arrive(d);
    d.wait_until("it was kept",
                 [&] { return d.session().passport.sought && d.session().passport.taken; });
    d.check(d.session().passport.kept, "it was measured some other time");
    d.key(ImGuiMod_Ctrl | ImGuiKey_M, [&] { return on_the_page(d); });
    d.frames(4);
    d.picture("kept");
    d.use_keyboard_only();
    d.click("Measure again###action", [&] { return d.session().taking_passport(); });
    d.wait_until("it is taken anew", [&] { return !d.session().running(); });
    d.check(!d.session().passport.kept, "it was measured just now");
    for (int i = 0; i < 6; ++i) {
        const double before = d.session().settings.text_scale;
        d.key(ImGuiMod_Ctrl | ImGuiKey_Equal,
              [&] { return d.session().settings.text_scale > before; });
    }
    d.frames(4);
    d.picture("200");
}

} // namespace

extern const WindowPath passport_path{.name = "passport",
                                      .lesson = "one-cashier",
                                      .walk = walk,
                                      .machine = {.passport_noise = 0.12},
                                      .walk_again = again};

} // namespace lockstep::window_tests
