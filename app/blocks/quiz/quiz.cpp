// SPDX-License-Identifier: MIT
// A question about what was just seen. Each wrong choice has its own sentence; after one retry the
// answer is given with its reason. No score.
#include "app/experiment/live_number.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/queries.hpp"
#include "app/experiment/said_of.hpp"
#include "app/shell/numbered.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/prose.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>

namespace lockstep::shell {

namespace {

using content::QuizBody;
using content::QuizKind;

struct Place {
    const content::Lesson& lesson;
    const QuizBody& body;
    const BlockState& state;
    const std::string& id;
};

ChoiceMark mark_of(const Place& at, int index) {
    const bool right = at.body.choices[static_cast<std::size_t>(index)].right;
    const auto& tries = at.state.tries;
    const bool tried = std::find(tries.begin(), tries.end(), index) != tries.end();
    if (right && at.state.answered) return ChoiceMark::Right;
    return tried && !right ? ChoiceMark::Wrong : ChoiceMark::None;
}

void draw_choices(const Place& at, const Session& session, Commands& commands) {
    for (int i = 0; i < static_cast<int>(at.body.choices.size()); ++i) {
        const bool latest = !at.state.tries.empty() && at.state.tries.back() == i;
        const std::string row = at.id + "/choice-" + std::to_string(i);
        const std::string words =
            numbered(session, i, at.body.choices[static_cast<std::size_t>(i)].text);
        const bool chosen_now =
            choice_row(row.c_str(), words, latest, !at.state.answered, mark_of(at, i));
        if (chosen_now) commands.push_back(command::AnswerChoice{at.id, i});
    }
}

void draw_number(const Place& at, Commands& commands) {
    const std::string field = "##" + at.id + "/number"; // an id, and no words beside it
    if (at.state.answered) {
        if (!at.state.number) return;
        const bool right = !at.state.tries.empty() && at.state.tries.back() == 1;
        choice_row(field.c_str(), "Your answer: " + value_words(*at.state.number, at.body.unit),
                   true, false, right ? ChoiceMark::Right : ChoiceMark::Wrong);
        return;
    }
    if (const auto typed = number_field(field.c_str(), at.state.number, at.body.unit, em(140)))
        if (typed != at.state.number) commands.push_back(command::AnswerNumber{at.id, *typed});
}

void draw_order(const Place& at, Commands& commands) {
    std::vector<std::string> words;
    for (const auto& choice : at.body.choices) words.push_back(choice.text);
    std::vector<int> order = at.state.order;
    for (int i = static_cast<int>(order.size()); i < static_cast<int>(words.size()); ++i)
        order.push_back(i);
    const std::string list = at.id + "/order";
    if (auto moved = order_list(list.c_str(), words, order, !at.state.answered))
        commands.push_back(command::DraftOrder{at.id, *moved});
    if (!at.state.answered && quiet_button(("That is my order##" + at.id).c_str()))
        commands.push_back(command::AnswerOrder{at.id, order});
}

void draw_set(const Place& at, const Session& session, Commands& commands) {
    if (at.state.answered) return;
    const std::string label = "Run and check##" + at.id;
    if (quiet_button(label.c_str(), !session.running()))
        commands.push_back(command::CheckSet{at.id});
}

void draw_answer_field(const Place& at, const Session& session, Commands& commands) {
    switch (at.body.kind) {
    case QuizKind::Choice: return draw_choices(at, session, commands);
    case QuizKind::Number: return draw_number(at, commands);
    case QuizKind::Order: return draw_order(at, commands);
    case QuizKind::Set: return draw_set(at, session, commands);
    }
}

/// What is said to the latest try: the choice's own sentence, else the hint.
std::string latest_sentence(const Place& at) {
    if (at.state.tries.empty()) return {};
    const int latest = at.state.tries.back();
    const bool known = at.body.kind == QuizKind::Choice && latest >= 0 &&
                       latest < static_cast<int>(at.body.choices.size());
    if (known) return at.body.choices[static_cast<std::size_t>(latest)].says;
    return at.state.answered ? std::string() : at.body.hint;
}

void draw_sentences(const Place& at, const Session& session) {
    const std::string says = latest_sentence(at);
    if (!says.empty()) {
        vertical_space(4);
        prose((at.id + "/says").c_str(), fill(session, at.lesson, says, at.id),
              at.state.answered ? palette().soft : palette().predicted);
    }
    if (at.state.answered && !at.body.because.empty())
        prose((at.id + "/because").c_str(), fill(session, at.lesson, at.body.because, at.id));
}

/// The numbers of a question may come from a run that the plot does not show any more.
void draw_earlier_setting(const Place& at, const Session& session) {
    const content::Experiment* experiment = at.lesson.experiment(at.body.experiment);
    if (!experiment || at.body.ask.find("{{measured") == std::string::npos) return;
    const auto runs = runs_to_look_in(session, at.lesson, *experiment, at.id);
    if (runs.empty()) return;
    const std::string words = said_of(session, at.lesson, *experiment, runs.front()->parameters);
    if (words.empty()) return;
    text_wrapped(TextStyle::Small, palette().faint, words);
    vertical_space(4);
}

void draw(const content::Lesson& lesson, const content::Block& block, const Session& session,
          Commands& commands) {
    const auto* body = lesson.body<QuizBody>(block.id);
    if (!body) return;
    static const BlockState untouched;
    const BlockState* state = session.block(block.id);
    const Place at{lesson, *body, state ? *state : untouched, block.id};

    if (!at.state.answered && has_no_answer(session, lesson, *body, block.id)) {
        text_wrapped(TextStyle::Label, palette().soft,
                     "A question stands here that takes its number from a run. This machine has "
                     "not given it, and the lesson goes on without.");
        vertical_space(10);
        return;
    }
    prose((block.id + "/ask").c_str(), fill(session, lesson, body->ask, block.id));
    draw_earlier_setting(at, session);
    draw_answer_field(at, session, commands);
    draw_sentences(at, session);
    vertical_space(10);
}

} // namespace

extern const BlockDrawer quiz_block{"quiz", &draw};

} // namespace lockstep::shell
