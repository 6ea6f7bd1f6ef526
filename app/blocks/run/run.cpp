// SPDX-License-Identifier: MIT
// A run inside the text. The first one is the lesson's gate: the lab's button starts it, and its
// reveal asks what the marks did. Later ones are links that move a slider and run again.
#include "app/experiment/queries.hpp"
#include "app/experiment/said_of.hpp"
#include "app/experiment/slides.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/prose.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

using content::RunBody;

void draw_marks_choices(const MarksQuestion& question, const BlockState* state,
                        const std::string& id, Commands& commands) {
    const bool answered = state && state->marks_did;
    for (int i = 0; i < static_cast<int>(question.choices.size()); ++i) {
        const bool mine = answered && *state->marks_did == i;
        ChoiceMark mark = ChoiceMark::None;
        if (answered && i == question.right)
            mark = ChoiceMark::Right;
        if (mine && i != question.right)
            mark = ChoiceMark::Wrong;
        const std::string row = id + "/marks-" + std::to_string(i);
        if (choice_row(row.c_str(), question.choices[static_cast<std::size_t>(i)], mine, !answered,
                       mark))
            commands.push_back(command::MarksDid{id, i});
    }
}

/// "What did the marks do?" stays open until it is answered; then one line says what they did.
void draw_marks_question(const content::Lesson& lesson, const RunBody& body, const Session& session,
                         const std::string& id, Commands& commands) {
    const LessonState* lesson_state = session.state();
    const content::Experiment* experiment = lesson.experiment(body.experiment);
    if (!lesson_state || !experiment || lesson_state->reveal < Reveal::Question)
        return;
    // A class sees the marks alone before it is asked about them.
    if (session.presenter.on && slide_of(session.presenter) < Slide::Compare)
        return;
    const auto question = marks_question(session, lesson, *experiment);
    if (!question)
        return;
    if (lesson_state->reveal > Reveal::Verdict)
        return;
    text(TextStyle::BodyStrong, palette().ink, "What did the marks do?");
    vertical_space(4);
    draw_marks_choices(*question, session.block(id), id, commands);
    vertical_space(8);
}

/// Sliders or tab were changed since: the words above speak of a run that the plot does not show.
void draw_earlier_setting(const content::Lesson& lesson, const RunBody& body,
                          const Session& session, const std::string& id) {
    const content::Experiment* experiment = lesson.experiment(body.experiment);
    const LabState* lab = session.lab(body.experiment);
    if (!experiment || !lab || !lab->by_block.contains(id))
        return;
    const std::string words =
        said_of(session, lesson, *experiment, lab->by_block.at(id).parameters);
    if (!words.empty())
        text_wrapped(TextStyle::Small, palette().faint, words);
}

void draw_outcome(const content::Lesson& lesson, const RunBody& body, const Session& session,
                  const std::string& id, Commands& commands) {
    const Compared outcome = compared(session, lesson, body, id);
    if (outcome.outcome == Outcome::NotRun || outcome.says.empty())
        return;
    prose((id + "/says").c_str(), outcome.says);
    draw_earlier_setting(lesson, body, session, id);
    const bool undecided =
        outcome.outcome == Outcome::Disturbed || outcome.outcome == Outcome::Wrong;
    if (undecided && link(("Run again##" + id).c_str()))
        commands.push_back(command::StartBlockRun{id});
}

void draw_gate(const content::Lesson& lesson, const RunBody& body, const Session& session,
               const std::string& id, Commands& commands) {
    const LessonState* lesson_state = session.state();
    draw_marks_question(lesson, body, session, id, commands);
    if (lesson_state && lesson_state->reveal >= Reveal::Verdict)
        draw_outcome(lesson, body, session, id, commands);
}

void draw_link(const content::Lesson& lesson, const RunBody& body, const Session& session,
               const std::string& id, Commands& commands) {
    const LessonState* lesson_state = session.state();
    const bool mine = lesson_state && lesson_state->run_block == id && session.running();
    const std::string ask = body.ask.empty() ? "Run it" : fill(session, lesson, body.ask, id);
    if (mine) {
        text(TextStyle::Body, palette().soft, session.timing() ? "Timing …" : "Simulating …");
    } else if (link((ask + "##" + id).c_str()) && !session.running()) {
        commands.push_back(command::StartBlockRun{id});
    }
    if (!mine)
        draw_outcome(lesson, body, session, id, commands);
}

void draw(const content::Lesson& lesson, const content::Block& block, const Session& session,
          Commands& commands) {
    const auto* body = lesson.body<RunBody>(block.id);
    if (!body)
        return;
    if (body->gate)
        draw_gate(lesson, *body, session, block.id, commands);
    else
        draw_link(lesson, *body, session, block.id, commands);
}

} // namespace

extern const BlockDrawer run_block{"run", &draw};

} // namespace lockstep::shell
