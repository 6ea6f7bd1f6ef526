// SPDX-License-Identifier: MIT
// Going about without running anything: pages, rail, text size, themes, presenter, by keys and
// clicks.
#include "tests/window/path.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

void pages(Driver& d) {
    d.wait_until("the bench has greeted",
                 [&] { return d.session().bench.phase == BenchPhase::Ready; });
    d.picture("start");
    d.key(ImGuiKey_F1, [&] { return d.session().page == "keys"; });
    d.picture("keys");
    d.key(ImGuiKey_Escape, [&] { return d.session().page == "lesson"; });
    d.key(ImGuiMod_Ctrl | ImGuiKey_L, [&] { return d.session().page == "course"; });
    d.picture("course");
    d.click("Amdahl's law##amdahl", [&] { return d.session().lesson_id == "amdahl"; });
    d.check(d.session().page == "lesson", "a lesson opens the page of lessons");
    d.key(ImGuiMod_Ctrl | ImGuiKey_PageUp, [&] { return d.session().lesson_id != "amdahl"; });
    d.key(ImGuiMod_Ctrl | ImGuiKey_PageDown, [&] { return d.session().lesson_id == "amdahl"; });
}

void rail(Driver& d) {
    d.check(d.session().settings.rail_folded, "the rail is folded at the first start");
    d.click("unfold", [&] { return !d.session().settings.rail_folded; });
    d.picture("rail");
    d.click("fold", [&] { return d.session().settings.rail_folded; });
    d.key(ImGuiMod_Ctrl | ImGuiKey_B, [&] { return !d.session().settings.rail_folded; });
    d.click("Settings", [&] { return d.session().page == "settings"; });
    d.picture("settings");
}

void looks(Driver& d) {
    d.click("Dark", [&] { return d.session().settings.theme == Theme::Dark; });
    d.key(ImGuiKey_Escape, [&] { return d.session().page == "lesson"; });
    d.picture("dark");
    d.key(ImGuiMod_Ctrl | ImGuiKey_Comma, [&] { return d.session().page == "settings"; });
    d.click("High contrast", [&] { return d.session().settings.theme == Theme::HighContrast; });
    d.key(ImGuiKey_Escape, [&] { return d.session().page == "lesson"; });
    d.picture("contrast");
    for (int i = 0; i < 6; ++i) {
        const double before = d.session().settings.text_scale;
        d.key(ImGuiMod_Ctrl | ImGuiKey_Equal,
              [&] { return d.session().settings.text_scale > before; });
    }
    d.check(d.session().settings.text_scale == 2.0, "six steps up are 200 %");
    d.frames(4);
    d.picture("200");
    d.key(ImGuiMod_Ctrl | ImGuiKey_Minus, [&] { return d.session().settings.text_scale < 2.0; });
    d.key(ImGuiMod_Ctrl | ImGuiKey_0, [&] { return d.session().settings.text_scale == 1.0; });
}

void classroom(Driver& d) {
    d.key(ImGuiKey_F5, [&] { return d.session().presenter.on; });
    d.frames(4);
    d.picture("presenter");
    d.key(ImGuiKey_PageDown, [&] { return d.session().presenter.slide == 1; });
    d.key(ImGuiKey_1, [&] { return d.session().presenter.votes.contains(0); });
    d.key(ImGuiKey_3, [&] { return d.session().presenter.votes.contains(2); });
    d.key(ImGuiKey_3, [&] { return d.session().presenter.votes.at(2) == 2; });
    d.picture("hands");
    d.key(ImGuiMod_Shift | ImGuiKey_3, [&] { return d.session().presenter.votes.at(2) == 1; });
    d.key(ImGuiKey_B, [&] { return d.session().presenter.blank; });
    d.picture("blank");
    d.key(ImGuiKey_B, [&] { return !d.session().presenter.blank; });
    d.key(ImGuiKey_PageUp, [&] { return d.session().presenter.slide == 0; });
    d.key(ImGuiKey_Escape, [&] { return !d.session().presenter.on; });
}

void walk(Driver& d) {
    pages(d);
    rail(d);
    looks(d);
    classroom(d);
}

/// The settings are there again; nothing that the presenter did is.
void again(Driver& d) {
    d.check(d.session().settings.theme == Theme::HighContrast, "the theme was kept");
    d.check(!d.session().settings.rail_folded, "the rail's state was kept");
    d.check(d.session().first_start, "nothing of the presenter's entered the ledger");
}

} // namespace

extern const WindowPath going_about_path{.name = "going_about",
                                         .lesson = "one-cashier",
                                         .walk = walk,
                                         .played = false,
                                         .walk_again = again};

} // namespace lockstep::window_tests
