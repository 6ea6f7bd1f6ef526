// SPDX-License-Identifier: MIT
// The whole lesson, with a stroke from corner to corner and every question answered wrongly once;
// then the card's tab, in which both rungs are counted whether there is a card or not. Then the
// program is started again, and everything is still there.
#include "tests/window/steps.hpp"

#include <cmath>

namespace lockstep::window_tests {

namespace {

/// What the simulator counted of a rung with so many lanes that leave, against cuda_1 with none.
double counted(Driver& d, std::string_view rung, double leave) {
    for (const Series& series : d.lab("card").run->series)
        if (series.is_simulated() && series.variant == rung)
            if (const Estimate* const mark = series.at(leave))
                return mark->value;
    d.check(false, "the rung is counted there");
    return 0;
}

void look_at_the_card(Driver& d) {
    d.click("graphics card", [&] { return d.state().tab == "card"; });
    run_it(d, "card");
    if (d.failed())
        return;
    d.check(counted(d, "cuda_1", 1) > 1.9, "one lane that leaves makes a second path");
    d.check(counted(d, "cuda_1", 32) < 1.1, "all of them make one path");
    const double table = counted(d, "cuda_2_table", 0);
    for (const double leave : {1.0, 16.0, 31.0, 32.0})
        d.check(std::abs(counted(d, "cuda_2_table", leave) - table) < 1e-9,
                "the table costs the same whoever leaves");
    d.frames(3);
    d.picture("card");
}

void walk(Driver& d) {
    walk_lesson(d);
    look_at_the_card(d);
}

} // namespace

extern const WindowPath divergence_path{.name = "divergence",
                                        .lesson = "divergence",
                                        .walk = walk,
                                        .walk_again = finds_it_again};

} // namespace lockstep::window_tests
