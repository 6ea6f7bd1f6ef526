// SPDX-License-Identifier: MIT
// Commands of a presenter: slides, the blank screen, hands in the air.
#include "app/experiment/handlers.hpp"
#include "app/experiment/slides.hpp"

#include <algorithm>
#include <utility>

namespace lockstep::handlers {

using content::Step;

namespace {

Step step_of(lockstep::Slide slide) {
    using enum lockstep::Slide;
    switch (slide) {
    case Question:
    case Guess:
        return Step::Predict;
    case Run:
        return Step::Run;
    case Compare:
    case Model:
    case Failing:
        return Step::Compare;
    case Quiz:
        return Step::Explain;
    }
    return Step::Predict;
}

/// Behind the last slide each step shows the answer of one more question.
void show_next_answer(const Context& at) {
    LessonState& state = at.state();
    for (const content::Block& block : at.lesson->blocks) {
        if (block.kind != "quiz" || state.blocks[block.id].answered)
            continue;
        state.blocks[block.id].answered = true;
        state.ask_for(block.id);
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
        at.state().ask_for(at.lesson->blocks.front().id);
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
    const lockstep::Slide now = slide_of(presenter);
    LessonState& state = at.state();
    // A class need not guess: the slide opens its step.
    reach(at, step_of(now));
    if (now >= lockstep::Slide::Model && state.reveal != Reveal::Nothing)
        state.reveal = std::max(state.reveal, Reveal::Strip);
    state.ask_for(first_block(*at.lesson, now, state.reveal));
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
