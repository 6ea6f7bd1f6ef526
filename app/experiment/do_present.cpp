// SPDX-License-Identifier: MIT
// Commands of a presenter: slides, the blank screen, hands in the air.
#include "app/content/blocks/bodies.hpp"
#include "app/experiment/handlers.hpp"

#include <algorithm>

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

} // namespace

void handle(const Context& at, const command::TogglePresenter&) {
    const bool on = !at.session.presenter.on;
    at.session.presenter = {};
    at.session.presenter.on = on;
}

void handle(const Context& at, const command::Slide& slide) {
    Presenter& presenter = at.session.presenter;
    if (!presenter.on || !at.lesson)
        return;
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
    int& hands = at.session.presenter.votes[vote.choice];
    hands = std::max(0, hands + vote.by);
}

} // namespace lockstep::handlers
