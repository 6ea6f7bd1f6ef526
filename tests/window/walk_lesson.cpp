// SPDX-License-Identifier: MIT
// A whole lesson, read from its blocks: what it asks is answered, what it offers is tried.
#include "tests/window/steps.hpp"

#include "app/experiment/live_number.hpp"
#include "app/experiment/queries.hpp"
#include "sim/base/units.hpp"

#include <imgui.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace lockstep::window_tests {

namespace {

using content::Block;
using content::PredictBody;
using content::PredictKind;
using content::QuizBody;
using content::QuizKind;
using content::RunBody;
using content::Step;

/// By keys alone: an arrow goes to the next handle, digits and a point are its height.
void type_curve(Driver& d, content::Experiment experiment, const std::string& id,
                const char* model) {
    if (model)
        experiment.models = {model};
    const auto curves = model_curves(d.session(), *d.session().lesson(), experiment, 0);
    d.check(!curves.empty(), "the lesson has a model to be right with");
    const auto chosen = [&] { return d.lab(experiment.id).cursor_x; };
    d.key(ImGuiKey_RightArrow, [&] { return chosen().has_value(); });
    while (!d.failed() && !curves.empty()) {
        const double now = *chosen();
        const Estimate* says = curves[0].at(now);
        d.check(says != nullptr, "the model knows this handle");
        if (!says)
            return;
        d.type(format_number(says->value, 3), [] { return true; });
        d.key(ImGuiKey_RightArrow, [&] { return d.block(id).draft.curve.contains(now); });
        if (chosen() == now)
            break; // the last handle
    }
    d.key(ImGuiKey_Enter, [&] { return d.block(id).guesses.size() == 1; });
}

void guess_curve(Driver& d, const PredictBody& body, const std::string& id,
                 const WholeLesson& how) {
    if (how.right_guess || how.model)
        return type_curve(d, *d.session().lesson()->experiment(body.experiment), id, how.model);
    if (!how.no_idea)
        return draw_and_lock(d, id.c_str(), how.from_y, how.to_y);
    d.click("I have no idea, show me##guess", [&] { return !d.block(id).guesses.empty(); });
    d.check(d.block(id).guesses.front().no_idea, "having no idea is recorded");
}

void guess_other(Driver& d, const Block& block, const PredictBody& body) {
    const std::string& id = block.id;
    if (body.kind == PredictKind::Choice)
        d.click(id + "/choice-0", [&] { return d.block(id).draft.choice == 0; });
    if (body.kind == PredictKind::Number) {
        d.click("##" + id + "/number", [] { return true; });
        d.type("5", [] { return true; });
        d.key(ImGuiKey_Enter, [&] { return d.block(id).draft.number.has_value(); });
    }
    const bool by_button = block.step == Step::Predict;
    d.click(by_button ? "Lock my guess###action" : "Lock my guess##" + id,
            [&] { return d.block(id).guesses.size() == 1; });
}

void try_all(Driver& d) {
    const content::Lesson& lesson = *d.session().lesson();
    for (const Block& block : lesson.blocks) {
        const auto* body = dynamic_cast<const RunBody*>(block.body.get());
        if (!body || body->gate || block.step != Step::Compare || d.failed())
            continue;
        const std::string words =
            body->ask.empty() ? "Run it" : fill(d.session(), lesson, body->ask, block.id);
        try_link(d, words.c_str(), block.id.c_str());
    }
}

std::string right_number(Driver& d, const QuizBody& quiz, const std::string& id) {
    if (quiz.answer_live.empty())
        return format_number(quiz.answer, 6);
    const auto number = answer_number(d.session(), *d.session().lesson(), quiz.answer_live, id);
    return number ? format_number(number->value, 6) : "0";
}

void answer(Driver& d, const Block& block, const QuizBody& quiz, bool wrong_first) {
    const char* id = block.id.c_str();
    switch (quiz.kind) {
    case QuizKind::Choice: {
        int right = 0;
        while (!quiz.choices[static_cast<std::size_t>(right)].right)
            ++right;
        if (wrong_first)
            answer_choice(d, id, right == 0 ? 1 : 0, false);
        return answer_choice(d, id, right, true);
    }
    case QuizKind::Number:
        if (wrong_first)
            answer_number(d, id, "12345", false);
        return answer_number(d, id, right_number(d, quiz, block.id).c_str(), true);
    case QuizKind::Order:
        for (std::size_t tries = 1; tries <= 2 && !d.block(id).answered; ++tries)
            d.click("That is my order##" + block.id,
                    [&] { return d.block(id).tries.size() >= tries; });
        return;
    case QuizKind::Set:
        for (std::size_t tries = 1; tries <= 2 && !d.block(id).answered; ++tries) {
            d.click("Run and check##" + block.id,
                    [&] { return d.session().running() || d.block(id).tries.size() >= tries; });
            d.wait_until("the run is judged", [&] { return d.block(id).tries.size() >= tries; });
        }
        return;
    }
}

} // namespace

void guess_all(Driver& d, Step step, const WholeLesson& how) {
    for (const Block& block : d.session().lesson()->blocks) {
        const auto* body = dynamic_cast<const PredictBody*>(block.body.get());
        if (!body || block.step != step || d.failed())
            continue;
        if (body->kind == PredictKind::Curve)
            guess_curve(d, *body, block.id, how);
        else
            guess_other(d, block, *body);
    }
}

const Block* gate_of(Driver& d) {
    for (const Block& block : d.session().lesson()->blocks) {
        const auto* body = dynamic_cast<const RunBody*>(block.body.get());
        if (body && body->gate)
            return &block;
    }
    d.check(false, "the lesson has a first run");
    return nullptr;
}

bool is_of_this_unit(const content::Lesson& lesson) {
    const char* const unit = std::getenv("LOCKSTEP_UNIT");
    return unit == nullptr || lesson.number.starts_with(std::string(unit) + ".");
}

void in_every_lesson(Driver& d, const std::function<void()>& what) {
    std::vector<std::string> lessons;
    for (const content::Lesson& lesson : d.session().course.lessons)
        if (is_of_this_unit(lesson))
            lessons.push_back(lesson.id);
    d.check(!lessons.empty(), "there are lessons");
    for (const std::string& id : lessons) {
        if (d.failed())
            return;
        if (id != lessons.front())
            d.key(ImGuiMod_Ctrl | ImGuiKey_PageDown, [&] { return d.session().lesson_id == id; });
        d.check(d.session().lesson_id == id, "the lesson is open");
        d.frames(4);
        what();
    }
}

void decide_nothing_in_every_lesson(Driver& d, Outcome outcome) {
    arrive(d);
    in_every_lesson(d, [&] {
        // A count is not played: nothing disturbs it, and the kernels' results are right.
        if (d.session().lesson()->experiments.front().counts())
            return;
        guess_all(d, Step::Predict, {});
        run_it(d);
        const Block* gate = gate_of(d);
        if (d.failed())
            return;
        const auto& lesson = *d.session().lesson();
        const Compared came =
            compared(d.session(), lesson, *lesson.body<RunBody>(gate->id), gate->id);
        d.check(came.outcome == outcome, "the run is known for what it is");
        d.check(!came.says.empty(), "and it is said");
        d.wait_until("the reveal ends", [&] { return d.state().reveal == Reveal::Strip; });
        for (const Block& block : lesson.blocks) {
            const auto* guess = dynamic_cast<const PredictBody*>(block.body.get());
            if (guess && block.step == Step::Predict)
                d.check(!refutation(d.session(), lesson, *guess, block.id), "no guess is judged");
        }
        d.check(d.find("Run again##" + gate->id), "it can be run again from the text");
        d.picture(lesson.id);
    });
}

void come_to_the_views(Driver& d, const WholeLesson& how) {
    arrive(d);
    guess_all(d, Step::Predict, how);
    const Block* gate = gate_of(d);
    if (d.failed())
        return;
    run_it(d);
    see_the_reveal(d, gate->id.c_str());
}

void walk_lesson(Driver& d, const WholeLesson& how) {
    arrive(d);
    d.picture("predict");
    guess_all(d, Step::Predict, how);
    d.picture("locked");
    const Block* gate = gate_of(d);
    if (d.failed())
        return;
    run_it(d);
    see_the_reveal(d, gate->id.c_str());
    guess_all(d, Step::Compare, how);
    try_all(d);
    go_on_to_why(d);
    for (const Block& block : d.session().lesson()->blocks) {
        const auto* quiz = dynamic_cast<const QuizBody*>(block.body.get());
        const bool asks =
            quiz && !has_no_answer(d.session(), *d.session().lesson(), *quiz, block.id);
        if (asks && !d.failed())
            answer(d, block, *quiz, how.wrong_first);
    }
    d.wait_until("the lesson is finished", [&] { return d.state().finished; });
    d.frames(3);
    const std::string line = how_to_go_on(d.session(), *d.session().lesson());
    // After the last lesson there is no link, and in large letters the question itself comes first.
    if (line.starts_with("[") && d.session().settings.text_scale <= 1)
        d.check(d.exists(line.substr(1, line.find(']') - 1)), "the way on is in sight");
    d.picture("finished");
}

} // namespace lockstep::window_tests
