// SPDX-License-Identifier: MIT
// A run on a card that is played: the strip cuts what its kernel gains into what is left and what
// the launch takes, and says what copying would make of it. The table of numbers has all of it.
#include "tests/window/steps.hpp"

#include <imgui.h>

#include <string>

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    come_to_the_views(d);
    d.click("graphics card", [&] { return d.state().tab == "card"; });
    run_it(d, "card");
    d.frames(4);
    d.picture("strip");
    const auto& run = d.lab("card").run;
    d.check(run && run->series.size() == 2 && run->series[0].points.size() == 6,
            "both kernels were timed with every number of chains");
    if (d.failed())
        return;
    for (const Series& series : run->series)
        for (const Estimate& mark : series.points)
            d.check(mark.card && !mark.factors && mark.copies && mark.copies->baseline_ns > 0,
                    "every mark has a card's factors, and its copies");
    d.click("Numbers", [&] { return d.state().view == "numbers"; });
    d.frames(4);
    d.picture("numbers");
    d.click("Copy the table", [] { return ImGui::GetClipboardText() != nullptr; });
    const std::string table = ImGui::GetClipboardText();
    d.check(table.find("\tkernel\tlaunch\tcopies\twith copies\t") != table.npos,
            "the table has a column for each");
    d.check(table.find("\t2.5 ms\t") != table.npos || table.find("\t2.49 ms\t") != table.npos,
            "the copies are those that were played");
    look_in_the_dark(d);
    d.check(d.find("Numbers"), "the lab is below the text");
    d.frames(3);
    d.picture("dark-200-strip");
}

} // namespace

extern const WindowPath on_a_card_path{
    .name = "on_a_card", .lesson = "latency", .walk = walk, .machine = {.card = true}};

} // namespace lockstep::window_tests
