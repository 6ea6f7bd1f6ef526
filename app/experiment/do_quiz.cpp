// SPDX-License-Identifier: MIT
// Answers: one retry, then the answer with its reason.
#include "app/experiment/events.hpp"
#include "app/experiment/handlers.hpp"
#include "app/experiment/live_number.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/queries.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::handlers {

using content::QuizBody;
using content::QuizKind;
using content::Step;

namespace {

constexpr std::size_t most_tries = 2;

const QuizBody* open_quiz(const Context& at, const std::string& block, QuizKind kind) {
    const auto* body = at.lesson ? at.lesson->body<QuizBody>(block) : nullptr;
    return body && body->kind == kind && !at.block(block).answered ? body : nullptr;
}

/// Explain is reached, and every question that this machine's runs answer has its answer.
bool is_finished(const Session& session, const content::Lesson& lesson, const LessonState& state) {
    return state.reached == Step::Explain &&
           std::ranges::all_of(lesson.blocks, [&](const content::Block& block) {
               const auto* quiz = lesson.body<QuizBody>(block.id);
               const auto found = state.blocks.find(block.id);
               return !quiz || (found != state.blocks.end() && found->second.answered) ||
                      has_no_answer(session, lesson, *quiz, block.id);
           });
}

/// With the first finished lesson the rail unfolds: only now is there somewhere to go.
void finish_when_answered(const Context& at, const content::Lesson& lesson) {
    const bool first = std::ranges::none_of(
        at.session.lessons, [](const auto& entry) { return entry.second.finished; });
    LessonState& state = at.session.lessons[lesson.id];
    state.finished = is_finished(at.session, lesson, state);
    if (first && state.finished && at.session.settings.rail_folded && !at.session.presenter.on)
        handle(at, command::FoldRail{false});
}

/// `choice` is what was tried; questions without choices note 1 for right and 0 for wrong.
void note_try(const Context& at, const content::Lesson& lesson, const std::string& id, int choice,
              bool right) {
    BlockState& block = at.session.lessons[lesson.id].blocks[id];
    block.tries.push_back(choice);
    block.answered = right || block.tries.size() >= most_tries;
    if (!at.session.presenter.on)
        at.effects.remember(events::answer_kind, lesson.id, id, events::write_answer(block));
    at.session.presenter.counted = block.answered;
    finish_when_answered(at, lesson);
}

} // namespace

void finish_lessons(Session& session) {
    for (const content::Lesson& lesson : session.course.lessons)
        if (const auto found = session.lessons.find(lesson.id); found != session.lessons.end())
            found->second.finished =
                found->second.finished || is_finished(session, lesson, found->second);
}

void handle(const Context& at, const command::AnswerChoice& answer) {
    const QuizBody* body = open_quiz(at, answer.block, QuizKind::Choice);
    if (!body || answer.choice < 0 || answer.choice >= static_cast<int>(body->choices.size()))
        return;
    // The same wrong choice twice is one try.
    if (std::ranges::count(at.block(answer.block).tries, answer.choice))
        return;
    note_try(at, *at.lesson, answer.block, answer.choice,
             body->choices[static_cast<std::size_t>(answer.choice)].right);
}

void handle(const Context& at, const command::AnswerNumber& answer) {
    const QuizBody* body = open_quiz(at, answer.block, QuizKind::Number);
    if (!body || !std::isfinite(answer.number))
        return;
    double wanted = body->answer, slack = body->tolerance;
    if (!body->answer_live.empty()) {
        const auto live = answer_number(at.session, *at.lesson, body->answer_live, answer.block);
        if (!live)
            return at.notice("This question needs a run that has not been made yet.");
        wanted = live->value;
        slack *= std::abs(wanted); // nobody knows beforehand how large it is
    }
    at.block(answer.block).number = answer.number;
    const bool right = std::abs(answer.number - wanted) <= slack + 1e-9 * std::abs(wanted);
    note_try(at, *at.lesson, answer.block, right ? 1 : 0, right);
}

void handle(const Context& at, const command::AnswerOrder& answer) {
    const QuizBody* body = open_quiz(at, answer.block, QuizKind::Order);
    if (!body || answer.order.size() != body->choices.size())
        return;
    at.block(answer.block).order = answer.order;
    const bool right = answer.order == body->order;
    note_try(at, *at.lesson, answer.block, right ? 1 : 0, right);
}

void handle(const Context& at, const command::CheckSet& check) {
    const QuizBody* body = open_quiz(at, check.block, QuizKind::Set);
    const content::Experiment* experiment =
        body ? at.lesson->experiment(body->experiment) : nullptr;
    if (!experiment || at.session.running())
        return;
    const LabState& lab = at.lab(experiment->id);
    const Values now = parameters_of(at.session, *at.lesson, *experiment);
    const bool there = lab.run && lab.run->finished && same_where_both(lab.run->parameters, now);
    if (there)
        return judge_set(at, *at.lesson, check.block);
    handle(at, command::StartRun{experiment->id});
    if (at.session.running())
        at.state().run_block = check.block;
}

void judge_set(const Context& at, const content::Lesson& lesson, const std::string& id) {
    const auto* body = lesson.body<QuizBody>(id);
    LessonState& state = at.session.lessons[lesson.id];
    const auto lab = body ? state.labs.find(body->experiment) : state.labs.end();
    if (lab == state.labs.end() || !lab->second.run)
        return;
    const content::Experiment* experiment = lesson.experiment(body->experiment);
    const bool counts = experiment && experiment->counts();
    const Estimate* mark = find_mark(*lab->second.run, {"", body->at, false, counts});
    if (!mark || mark->n == 0 || mark->status != PointStatus::Ok)
        return at.notice("This run cannot decide. Run it again.");
    const bool right = mark->value >= body->low && mark->value <= body->high;
    state.blocks[id].number = mark->value;
    note_try(at, lesson, id, right ? 1 : 0, right);
}

} // namespace lockstep::handlers
