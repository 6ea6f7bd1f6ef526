// SPDX-License-Identifier: MIT
// Every lesson without a guess, in a window so narrow that the lab lies under the text: nothing
// that the learner drew is spoken of.
#include "tests/window/steps.hpp"

#include "app/experiment/queries.hpp"

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    arrive(d);
    in_every_lesson(d, [&] {
        walk_lesson(d, {.no_idea = true, .wrong_first = false});
        const auto& lesson = *d.session().lesson();
        for (const content::Block& block : lesson.blocks) {
            const auto* body = dynamic_cast<const content::PredictBody*>(block.body.get());
            if (body && body->kind == content::PredictKind::Curve)
                d.check(!refutation(d.session(), lesson, *body, block.id), "no guess, no verdict");
        }
    });
}

} // namespace

extern const WindowPath every_lesson_narrow_path{.name = "every_lesson_narrow",
                                                 .lesson = "one-cashier",
                                                 .walk = walk,
                                                 .all_lessons = true,
                                                 .width = 760};

} // namespace lockstep::window_tests
