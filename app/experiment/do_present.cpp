// SPDX-License-Identifier: MIT
// Commands of a presenter: slides, the blank screen, hands in the air.
#include "app/content/blocks/bodies.hpp"
#include "app/experiment/handlers.hpp"

#include <algorithm>
#include <utility>

namespace lockstep::handlers {

using content::Step;

namespace {

/// The slides in their order: question, guess, run, compare, model, failure, quiz.
enum class Slides { Question, Guess, Run, Compare, Model, Failure, Quiz };
constexpr int last_slide = static_cast<int>(Slides::Quiz);

Step step_of(Slides slide) {
    switch (slide) {
    case Slides::Question:
    case Slides::Guess:
        return Step::Predict;
    case Slides::Run:
        return Step::Run;
    case Slides::Compare:
    case Slides::Model:
    case Slides::Failure:
        return Step::Compare;
    case Slides::Quiz:
        return Step::Explain;
    }
    return Step::Predict;
}

/// The block that a slide shows first; empty when the lesson has none of that kind.
std::string block_of(const content::Lesson& lesson, Slides slide) {
    const auto first = [&](auto matches) -> std::string {
        const auto found = std::ranges::find_if(lesson.blocks, matches);
        return found == lesson.blocks.end() ? "" : found->id;
    };
    const auto of_kind = [](const char* kind, Step step) {
        return [kind, step](const content::Block& block) {
            return block.kind == kind && block.step >= step;
        };
    };
    switch (slide) {
    case Slides::Question:
        return first([](const auto&) { return true; });
    case Slides::Guess:
        return first(of_kind("predict", Step::Predict));
    case Slides::Run:
        return first(of_kind("run", Step::Predict));
    case Slides::Compare:
    case Slides::Model:
        return first(of_kind("text", Step::Compare));
    case Slides::Failure:
        return first(of_kind("run", Step::Compare));
    case Slides::Quiz:
        return first(of_kind("quiz", Step::Predict));
    }
    return {};
}

/// Behind the last slide each step shows the answer of one more question.
void show_next_answer(const Context& at) {
    LessonState& state = at.state();
    for (const content::Block& block : at.lesson->blocks) {
        if (block.kind != "quiz" || state.blocks[block.id].answered)
            continue;
        state.blocks[block.id].answered = true;
        state.scroll_to = block.id;
        at.session.presenter.counted = true;
        return;
    }
}

} // namespace

void handle(const Context& at, const command::TogglePresenter&) {
    Session& session = at.session;
    if (session.running())
        return; // its marks have to find the lesson that asked for them
    Presenter next;
    next.on = !session.presenter.on;
    // What the class sees is none of the teacher's own: its run without a guess would stand there
    // with the guess still to be made. A class begins where the teacher is, and goes on where it
    // was.
    next.lessons = std::move(session.presenter.lessons);
    if (next.lessons.empty())
        next.lessons = session.lessons;
    std::swap(session.lessons, next.lessons);
    session.presenter = std::move(next);
    if (at.lesson && !at.lesson->blocks.empty())
        at.state().scroll_to = at.lesson->blocks.front().id;
}

void handle(const Context& at, const command::Slide& slide) {
    Presenter& presenter = at.session.presenter;
    if (!presenter.on || !at.lesson)
        return;
    if (presenter.slide == last_slide && slide.by > 0 && !presenter.blank)
        return show_next_answer(at);
    if (presenter.slide + slide.by == last_slide)
        presenter.votes.clear(); // the hands were for the guess
    presenter.slide = std::clamp(presenter.slide + slide.by, 0, last_slide);
    presenter.blank = false;
    const Slides now = static_cast<Slides>(presenter.slide);
    LessonState& state = at.state();
    // A class need not guess: the slide opens its step.
    reach(at, step_of(now));
    if (now >= Slides::Model && state.reveal != Reveal::Nothing)
        state.reveal = std::max(state.reveal, Reveal::Strip);
    state.scroll_to = block_of(*at.lesson, now);
}

void handle(const Context& at, const command::Blank&) {
    if (at.session.presenter.on)
        at.session.presenter.blank = !at.session.presenter.blank;
}

void handle(const Context& at, const command::Vote& vote) {
    if (!at.session.presenter.on)
        return;
    Presenter& presenter = at.session.presenter;
    if (std::exchange(presenter.counted, false))
        presenter.votes.clear();
    int& hands = presenter.votes[vote.choice];
    hands = std::max(0, hands + vote.by);
}

} // namespace lockstep::handlers
