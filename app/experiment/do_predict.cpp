// SPDX-License-Identifier: MIT
// Commands of predicting: drafts, undo, locking, changing one's mind before the first mark.
#include "app/experiment/events.hpp"
#include "app/experiment/handlers.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/queries.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::handlers {

using content::PredictBody;
using content::PredictKind;
using content::Step;

namespace {

constexpr std::size_t most_undo = 50;

const PredictBody* body_of(const Context& at, const std::string& block) {
    return at.lesson ? at.lesson->body<PredictBody>(block) : nullptr;
}

/// A guess that was locked stands until it is changed on purpose.
bool may_draft(const Context& at, const std::string& block) {
    if (!body_of(at, block)) return false;
    const BlockState& state = at.block(block);
    return state.guesses.empty() || state.editing_again;
}

void keep_for_undo(BlockState& state) {
    state.undo.push_back(state.draft);
    if (state.undo.size() > most_undo) state.undo.pop_front();
}

/// The sliders that a guess is made for: all of the experiment's, as they stand.
Values sliders_now(const Context& at, const PredictBody& body) {
    Values sliders;
    const content::Experiment* experiment = at.lesson->experiment(body.experiment);
    if (!experiment) return sliders;
    for (const SliderShown& slider : sliders_shown(at.session, *at.lesson, *experiment))
        sliders[slider.parameter] = slider.value;
    return sliders;
}

bool is_complete(const Guess& guess, const PredictBody& body) {
    switch (body.kind) {
    case PredictKind::Curve: return !guess.curve.empty();
    case PredictKind::Number: return guess.number.has_value();
    case PredictKind::Choice: return guess.choice.has_value();
    case PredictKind::Order: return !guess.order.empty();
    }
    return false;
}

bool is_settled(const BlockState& state) {
    return !state.guesses.empty() && !state.editing_again;
}

/// Run opens when every guess of the first step was made.
void open_run_when_all_settled(const Context& at) {
    for (const content::Block& block : at.lesson->blocks)
        if (block.kind == "predict" && block.step == Step::Predict &&
            !is_settled(at.block(block.id)))
            return;
    reach(at, Step::Run);
}

void put_guess(const Context& at, const std::string& block, Guess guess) {
    BlockState& state = at.block(block);
    const bool replaces = state.editing_again && !state.guesses.empty() &&
                          !has_mark(at.state(), body_of(at, block)->experiment);
    if (replaces) state.guesses.back() = guess;
    else state.guesses.push_back(guess);
    at.remember(events::guess_kind, block, events::write_guess(guess, replaces));
    state.draft = std::move(guess);
    state.undo.clear();
    state.editing_again = false;
    open_run_when_all_settled(at);
}

} // namespace

void handle(const Context& at, const command::BeginGuess&) {
    at.session.welcome = false;
}

void handle(const Context& at, const command::DraftCurve& draft) {
    if (!may_draft(at, draft.block) || !std::isfinite(draft.x) || !std::isfinite(draft.y)) return;
    BlockState& state = at.block(draft.block);
    if (draft.first_of_drag) keep_for_undo(state);
    state.draft.curve[draft.x] = draft.y;
}

void handle(const Context& at, const command::DraftNumber& draft) {
    if (!may_draft(at, draft.block) || !std::isfinite(draft.number)) return;
    keep_for_undo(at.block(draft.block));
    at.block(draft.block).draft.number = draft.number;
}

void handle(const Context& at, const command::DraftChoice& draft) {
    if (!may_draft(at, draft.block)) return;
    const int choices = static_cast<int>(body_of(at, draft.block)->choices.size());
    if (draft.choice < 0 || draft.choice >= choices) return;
    keep_for_undo(at.block(draft.block));
    at.block(draft.block).draft.choice = draft.choice;
}

void handle(const Context& at, const command::DraftOrder& draft) {
    if (!may_draft(at, draft.block)) return;
    keep_for_undo(at.block(draft.block));
    at.block(draft.block).draft.order = draft.order;
}

void handle(const Context& at, const command::UndoDraft& undo) {
    if (!may_draft(at, undo.block)) return;
    BlockState& state = at.block(undo.block);
    if (state.undo.empty()) return;
    state.draft = std::move(state.undo.back());
    state.undo.pop_back();
}

void handle(const Context& at, const command::ClearDraft& clear) {
    if (!may_draft(at, clear.block)) return;
    keep_for_undo(at.block(clear.block));
    at.block(clear.block).draft = {};
}

void handle(const Context& at, const command::LockGuess& lock) {
    if (!may_draft(at, lock.block)) return;
    const PredictBody& body = *body_of(at, lock.block);
    Guess guess = at.block(lock.block).draft;
    // An order stands as it is shown until it is moved.
    if (body.kind == PredictKind::Order && guess.order.empty())
        for (int i = 0; i < static_cast<int>(body.choices.size()); ++i)
            guess.order.push_back(i);
    if (!is_complete(guess, body)) return;
    guess.no_idea = false;
    guess.sliders = sliders_now(at, body);
    put_guess(at, lock.block, std::move(guess));
}

void handle(const Context& at, const command::ChangeGuess& change) {
    const PredictBody* body = body_of(at, change.block);
    if (!body) return;
    BlockState& state = at.block(change.block);
    if (state.guesses.empty() || state.editing_again) return;
    state.editing_again = true;
    // Before the first mark the guess is taken up again; after it a second one is drawn beside it.
    if (has_mark(at.state(), body->experiment)) state.draft = {};
    else state.draft = state.guesses.back();
    state.draft.no_idea = false;
    state.undo.clear();
}

void handle(const Context& at, const command::NoIdea& none) {
    const PredictBody* body = body_of(at, none.block);
    if (!body || is_settled(at.block(none.block))) return;
    Guess guess;
    guess.no_idea = true;
    guess.sliders = sliders_now(at, *body);
    put_guess(at, none.block, std::move(guess));
}

} // namespace lockstep::handlers
