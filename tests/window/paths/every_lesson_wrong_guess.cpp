// SPDX-License-Identifier: MIT
// Every wrong curve that the scripts of the unit's lessons know, drawn by somebody new, each in a
// start of its own: the marks come, and the guess hears the sentence that is meant for it.
#include "tests/window/steps.hpp"

#include <cstdlib>

namespace lockstep::window_tests {

namespace {

std::vector<Round> rounds(const content::Course& course) {
    std::vector<Round> all;
    for (const content::Lesson& lesson : course.lessons)
        for (const content::Block& block : lesson.blocks) {
            const auto* body = dynamic_cast<const content::PredictBody*>(block.body.get());
            const bool curve = body && body->kind == content::PredictKind::Curve &&
                               block.step == content::Step::Predict;
            for (std::size_t i = 0; curve && is_of_this_unit(lesson) && i < body->readings.size();
                 ++i)
                all.push_back({lesson.id, block.id + "/" + body->readings[i].like});
        }
    return all;
}

void walk(Driver& d) {
    const std::string what = round_of_this_start();
    const std::size_t slash = what.find('/');
    d.check(slash != std::string::npos, "a guess was named");
    if (d.failed())
        return;
    const std::string block = what.substr(0, slash), like = what.substr(slash + 1);
    come_to_the_views(d, {.model = like.c_str()});
    hears_the_reading(d, block.c_str(), like.c_str());
}

} // namespace

extern const WindowPath every_lesson_wrong_guess_path{.name = "every_lesson_wrong_guess",
                                                      .lesson = "one-cashier",
                                                      .walk = walk,
                                                      .rounds = rounds,
                                                      .width = 1000,
                                                      .height = 700};

} // namespace lockstep::window_tests
