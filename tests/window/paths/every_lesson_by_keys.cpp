// SPDX-License-Identifier: MIT
// Every lesson by keyboard alone, with a right guess typed in: it hears why it was right.
#include "tests/window/steps.hpp"

#include "app/experiment/queries.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

void hears_why_it_was_right(Driver& d) {
    const auto& lesson = *d.session().lesson();
    for (const content::Block& block : lesson.blocks) {
        const auto* body = dynamic_cast<const content::PredictBody*>(block.body.get());
        if (!body || body->kind != content::PredictKind::Curve)
            continue;
        const auto said = refutation(d.session(), lesson, *body, block.id);
        d.check(said && said->right && !said->says.empty(), "a right guess hears why");
    }
}

void walk(Driver& d) {
    arrive(d);
    d.use_keyboard_only();
    in_every_lesson(d, [&] {
        walk_lesson(d, {.wrong_first = false, .right_guess = true});
        hears_why_it_was_right(d);
    });
}

} // namespace

extern const WindowPath every_lesson_by_keys_path{.name = "every_lesson_by_keys",
                                                  .lesson = "one-cashier",
                                                  .walk = walk,
                                                  .all_lessons = true,
                                                  .width = 1000,
                                                  .height = 700};

} // namespace lockstep::window_tests
