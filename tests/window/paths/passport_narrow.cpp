// SPDX-License-Identifier: MIT
// "This machine" in a narrow window: the pictures lie under the words, and each is as wide as it.
#include "tests/window/steps.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    d.wait_until("the disk has answered", [&] { return d.session().passport.sought; });
    d.key(ImGuiMod_Ctrl | ImGuiKey_M, [&] { return d.session().page == "passport"; });
    d.key(ImGuiKey_R, [&] { return d.session().taking_passport(); });
    d.wait_until("it is taken", [&] { return d.session().passport.taken.has_value(); });
    d.frames(4);
    d.picture("words");
    d.show("cores");
    d.picture("cores");
    d.show("roof");
    d.picture("roofline");
    d.key(ImGuiMod_Ctrl | ImGuiKey_Comma, [&] { return d.session().page == "settings"; });
    d.click("Dark", [&] { return d.session().settings.theme == Theme::Dark; });
    d.key(ImGuiMod_Ctrl | ImGuiKey_M, [&] { return d.session().page == "passport"; });
    d.show("roof");
    d.picture("roofline-dark");
    d.show("latencies");
    d.picture("latencies-dark");
}

} // namespace

extern const WindowPath passport_narrow_path{
    .name = "passport_narrow", .lesson = "one-cashier", .walk = walk, .width = 760};

} // namespace lockstep::window_tests
