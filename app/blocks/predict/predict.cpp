// SPDX-License-Identifier: MIT
// What to commit to. A curve is drawn in the lab; a number, a choice and an order are given here.
// After the reveal the guess is answered: why it was right, or where it parts from what was
// measured.
#include "app/experiment/queries.hpp"
#include "app/experiment/said_of.hpp"
#include "app/shell/numbered.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/prose.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

using content::PredictBody;
using content::PredictKind;

/// What the learner stands by now: the latest locked guess, else the draft.
const Guess& guess_of(const BlockState& state) {
    return state.guesses.empty() || state.editing_again ? state.draft : state.guesses.back();
}

bool is_open(const BlockState& state) {
    return state.guesses.empty() || state.editing_again;
}

void draw_choices(const PredictBody& body, const BlockState& state, const Session& session,
                  const std::string& id, bool answered, Commands& commands) {
    const std::optional<int> chosen = guess_of(state).choice;
    for (int i = 0; i < static_cast<int>(body.choices.size()); ++i) {
        const bool mine = chosen == i;
        ChoiceMark mark = ChoiceMark::None;
        if (answered && i == body.answer)
            mark = ChoiceMark::Right;
        if (answered && mine && i != body.answer)
            mark = ChoiceMark::Wrong;
        const std::string row = id + "/choice-" + std::to_string(i);
        const std::string words =
            numbered(session, i, body.choices[static_cast<std::size_t>(i)]);
        if (choice_row(row.c_str(), words, mine, is_open(state), mark))
            commands.push_back(command::DraftChoice{id, i});
    }
}

void draw_number(const PredictBody& body, const BlockState& state, const std::string& id,
                 Commands& commands) {
    const std::string field = "##" + id + "/number"; // an id, and no words beside it
    if (!is_open(state)) {
        const std::optional<double> number = guess_of(state).number;
        if (number)
            text(TextStyle::BodyStrong, palette().predicted, value_words(*number, body.unit));
        return;
    }
    if (const auto typed = number_field(field.c_str(), state.draft.number, body.unit, em(140)))
        commands.push_back(command::DraftNumber{id, *typed});
}

void draw_order(const PredictBody& body, const BlockState& state, const std::string& id,
                Commands& commands) {
    std::vector<int> order = guess_of(state).order;
    for (int i = static_cast<int>(order.size()); i < static_cast<int>(body.choices.size()); ++i)
        order.push_back(i);
    const std::string list = id + "/order";
    if (auto moved = order_list(list.c_str(), body.choices, order, is_open(state)))
        commands.push_back(command::DraftOrder{id, std::move(*moved)});
}

void draw_answer_field(const PredictBody& body, const BlockState& state, const Session& session,
                       const std::string& id, bool answered, Commands& commands) {
    switch (body.kind) {
    case PredictKind::Curve:
        return;
    case PredictKind::Choice:
        return draw_choices(body, state, session, id, answered, commands);
    case PredictKind::Number:
        return draw_number(body, state, id, commands);
    case PredictKind::Order:
        return draw_order(body, state, id, commands);
    }
}

/// A guess that is not a curve is locked here, beside its answer.
void draw_lock(const PredictBody& body, const BlockState& state, const std::string& id,
               Commands& commands) {
    if (body.kind == PredictKind::Curve || !is_open(state))
        return;
    const Guess& draft = state.draft;
    if (!draft.choice && !draft.number && draft.order.empty())
        return;
    vertical_space(8);
    if (quiet_button(("Lock my guess##" + id).c_str()))
        commands.push_back(command::LockGuess{id});
}

/// A curve is held against the run that it was drawn for, whatever the plot has come to show.
void draw_earlier_setting(const content::Lesson& lesson, const PredictBody& body,
                          const Session& session, const std::string& id) {
    const content::Experiment* experiment = lesson.experiment(body.experiment);
    if (body.kind != PredictKind::Curve || !experiment)
        return;
    const std::string words = guess_said_of(session, lesson, *experiment, id);
    if (!words.empty())
        text_wrapped(TextStyle::Small, palette().faint, words);
}

void draw_refutation(const content::Lesson& lesson, const PredictBody& body, const Session& session,
                     const std::string& id) {
    const auto said = refutation(session, lesson, body, id);
    if (!said)
        return;
    const ImU32 colour = said->right ? palette().good : palette().predicted;
    vertical_space(6);
    begin_quote((id + "/refutation").c_str(), colour);
    if (!said->headline.empty())
        prose((id + "/headline").c_str(), "**" + said->headline + "**", colour);
    if (!said->says.empty())
        prose((id + "/says").c_str(), said->says, palette().soft);
    draw_earlier_setting(lesson, body, session, id);
    end_quote();
}

void draw(const content::Lesson& lesson, const content::Block& block, const Session& session,
          Commands& commands) {
    const auto* body = lesson.body<PredictBody>(block.id);
    const LessonState* lesson_state = session.state();
    if (!body || !lesson_state)
        return;
    static const BlockState untouched;
    const BlockState* found = session.block(block.id);
    const BlockState& state = found ? *found : untouched;
    const bool answered = lesson_state->reveal >= Reveal::Verdict && !state.guesses.empty();

    prose((block.id + "/ask").c_str(), fill(session, lesson, body->ask, block.id),
          answered ? palette().soft : palette().ink);
    draw_answer_field(*body, state, session, block.id, answered, commands);
    draw_lock(*body, state, block.id, commands);
    if (answered)
        draw_refutation(lesson, *body, session, block.id);
}

} // namespace

extern const BlockDrawer predict_block{"predict", &draw};

} // namespace lockstep::shell
