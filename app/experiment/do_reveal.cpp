// SPDX-License-Identifier: MIT
// The reveal in its order: marks, what they did, the verdict, the model, the strip. And the cursor.
#include "app/experiment/baseline_choice.hpp"
#include "app/experiment/chosen.hpp"
#include "app/experiment/events.hpp"
#include "app/experiment/handlers.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/queries.hpp"
#include "app/experiment/slides.hpp"

#include <algorithm>

namespace lockstep::handlers {

using content::Step;

namespace {

/// The run that the reveal is about; null when the lesson has none.
const content::Block* gate_of(const content::Lesson& lesson) {
    for (const content::Block& block : lesson.blocks) {
        const auto* body = dynamic_cast<const content::RunBody*>(block.body.get());
        if (body && body->gate)
            return &block;
    }
    return nullptr;
}

/// The guess of the first step that can be spoken of; null when there is none.
const content::Block* guess_of(const Session& session, const content::Lesson& lesson) {
    const LessonState* state = session.state(lesson.id);
    if (!state)
        return nullptr;
    for (const content::Block& block : lesson.blocks) {
        const auto found = state->blocks.find(block.id);
        if (block.kind == "predict" && block.step == Step::Predict &&
            found != state->blocks.end() && standing_guess(&found->second))
            return &block;
    }
    return nullptr;
}

/// A class is asked what the marks did on the slide after the run's.
bool is_in_sight(const Session& session, Reveal reveal) {
    return reveal != Reveal::Question || !session.presenter.on ||
           slide_of(session.presenter) >= Slide::Compare;
}

bool has_question(const Session& session, const content::Lesson& lesson) {
    const content::Block* block = gate_of(lesson);
    const auto* gate = block ? lesson.body<content::RunBody>(block->id) : nullptr;
    const content::Experiment* experiment = gate ? lesson.experiment(gate->experiment) : nullptr;
    return experiment && marks_question(session, lesson, *experiment).has_value();
}

} // namespace

Reveal next_reveal(const Session& session, const content::Lesson& lesson, Reveal from) {
    switch (from) {
    case Reveal::Nothing:
        return Reveal::Marks;
    case Reveal::Marks:
        if (has_question(session, lesson))
            return Reveal::Question;
        [[fallthrough]];
    case Reveal::Question:
        // "I have no idea" silences the verdict; the sentence of the run is still said.
        return guess_of(session, lesson) ? Reveal::Verdict : Reveal::Model;
    case Reveal::Verdict:
        return Reveal::Model;
    case Reveal::Model:
    case Reveal::Strip:
        return Reveal::Strip;
    }
    return from;
}

void put_reveal(const Context& at, const content::Lesson& lesson, Reveal reveal) {
    LessonState& state = at.session.lessons[lesson.id];
    if (reveal <= state.reveal)
        return;
    state.reveal = reveal;
    if (reveal == Reveal::Verdict)
        speak_of_verdict(at.session, lesson);
    // The page goes to what is asked, then to what is said about the guess.
    const content::Block* shown = reveal == Reveal::Question  ? gate_of(lesson)
                                  : reveal == Reveal::Verdict ? guess_of(at.session, lesson)
                                                              : nullptr;
    if (shown && is_in_sight(at.session, reveal))
        state.ask_for(shown->id);
    if (!at.session.presenter.on)
        at.effects.remember(events::reveal_kind, lesson.id, "",
                            events::write_number(static_cast<int>(reveal)));
}

void handle(const Context& at, const command::MarksDid& did) {
    const auto* body = at.lesson ? at.lesson->body<content::RunBody>(did.block) : nullptr;
    const content::Experiment* experiment =
        body ? at.lesson->experiment(body->experiment) : nullptr;
    if (!experiment || at.state().reveal != Reveal::Question)
        return;
    const auto question = marks_question(at.session, *at.lesson, *experiment);
    if (!question || did.choice < 0 || did.choice >= static_cast<int>(question->choices.size()))
        return;
    BlockState& block = at.block(did.block);
    block.marks_did = did.choice;
    block.marks_did_right = did.choice == question->right;
    at.remember(events::marks_kind, did.block,
                events::write_marks({did.choice, *block.marks_did_right}));
    put_reveal(at, *at.lesson, next_reveal(at.session, *at.lesson, Reveal::Question));
}

void handle(const Context& at, const command::NextReveal&) {
    if (!at.lesson)
        return;
    const Reveal now = at.state().reveal;
    // The question waits for its answer, and the marks for the end of the run.
    if (now < Reveal::Question || at.session.running())
        return;
    put_reveal(at, *at.lesson, next_reveal(at.session, *at.lesson, now));
}

void handle(const Context& at, const command::ChooseBaseline& choose) {
    if (!at.lesson || !at.lesson->experiment(choose.experiment) || at.session.running())
        return;
    if (LabState& lab = at.lab(choose.experiment); lab.run)
        compare_with(*lab.run, choose.variant);
}

void handle(const Context& at, const command::MoveCursor& move) {
    if (!at.lesson)
        return;
    LabState& lab = at.lab(move.experiment);
    lab.cursor_x = move.x;
    lab.cursor_variant = move.variant;
}

void handle(const Context& at, const command::ClearCursor&) {
    if (!at.lesson)
        return;
    for (auto& [experiment, lab] : at.state().labs) {
        lab.cursor_x.reset();
        lab.cursor_variant.clear();
    }
}

} // namespace lockstep::handlers
