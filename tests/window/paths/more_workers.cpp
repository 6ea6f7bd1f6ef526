// SPDX-License-Identifier: MIT
// The second tabs of the lessons that have sweeps over workers: more cashiers, more threads. On a
// machine with two hardware threads a core, first without the second ones, then with them, which
// have a zone of their own.
#include "tests/window/steps.hpp"

#include <imgui.h>

#include <algorithm>

namespace lockstep::window_tests {

namespace {

std::vector<Round> rounds(const content::Course&) {
    return {{"one-cashier", "more cashiers"}, {"false-sharing", "more threads"}};
}

void run_tab(Driver& d) {
    d.click(round_of_this_start(), [&] { return d.state().tab == "workers"; });
    run_it(d, "workers");
    d.frames(4);
}

/// As many marks as the sweep has places on so many workers: 1, 2, 4, ...
std::size_t marks(Driver& d) {
    return d.lab("workers").run ? d.lab("workers").run->series.front().points.size() : 0;
}

void let_siblings_work(Driver& d) {
    d.key(ImGuiMod_Ctrl | ImGuiKey_Comma, [&] { return d.session().page == "settings"; });
    d.click("Let sweeps go on over hyperthreads and slow cores",
            [&] { return d.session().settings.uses_siblings; });
    d.frames(3);
    d.picture("settings");
    d.key(ImGuiKey_Escape, [&] { return d.session().page == "lesson"; });
}

void walk(Driver& d) {
    come_to_the_views(d);
    run_tab(d);
    d.check(d.lab("workers").run && d.lab("workers").run->series.front().points.back().x == 4,
            "the sweep ends at the cores");
    d.picture("cores");
    const std::size_t before = marks(d);
    let_siblings_work(d);
    const std::string run = d.failed() ? "" : d.lab("workers").run->id;
    d.click("Run again###action", [&] { return d.lab("workers").run->id != run; });
    d.wait_until("the run ends", [&] {
        return !d.session().running() && d.lab("workers").run->finished;
    });
    d.check(marks(d) > before, "it goes on over the hyperthreads");
    d.check(!d.failed() && d.lab("workers").run->series.front().points.back().x == 8,
            "to the last of them");
    d.frames(4);
    d.picture("siblings");
    look_in_the_dark(d);
}

} // namespace

extern const WindowPath more_workers_path{.name = "more_workers",
                                          .lesson = "one-cashier",
                                          .walk = walk,
                                          .machine = {.cores = 4, .threads = 8},
                                          .rounds = rounds};

} // namespace lockstep::window_tests
