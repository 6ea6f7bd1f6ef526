// SPDX-License-Identifier: MIT
// Every variant but the baseline gives a wrong result: it has no time, no verdict rests on it, and
// the lesson says so.
#include "tests/window/steps.hpp"

#include "app/experiment/queries.hpp"

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    arrive(d);
    in_every_lesson(d, [&] {
        guess_all(d, content::Step::Predict, {});
        run_it(d);
        const content::Block* gate = gate_of(d);
        if (d.failed())
            return;
        const auto& lesson = *d.session().lesson();
        const auto* body = lesson.body<content::RunBody>(gate->id);
        const Compared came = compared(d.session(), lesson, *body, gate->id);
        d.check(came.outcome == Outcome::Wrong, "the run is known for what it is");
        d.check(!came.says.empty(), "and it is said");
        d.wait_until("the reveal ends", [&] { return d.state().reveal == Reveal::Strip; });
        for (const content::Block& block : lesson.blocks) {
            const auto* guess = dynamic_cast<const content::PredictBody*>(block.body.get());
            if (guess && block.step == content::Step::Predict)
                d.check(!refutation(d.session(), lesson, *guess, block.id), "no guess is judged");
        }
        d.check(d.find("Run again##" + gate->id), "it can be run again from the text");
        d.picture(lesson.id);
    });
}

} // namespace

extern const WindowPath every_lesson_wrong_path{.name = "every_lesson_wrong",
                                              .lesson = "one-cashier",
                                              .walk = walk,
                                              .machine = {.wrong = true},
                                              .all_lessons = true,
                                              .width = 1000,
                                              .height = 700};

} // namespace lockstep::window_tests
