// SPDX-License-Identifier: MIT
// The one line that says how to go on.
#include "app/experiment/live_number.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/queries.hpp"

#include <fmt/format.h>

namespace lockstep {

using content::Block;
using content::Lesson;
using content::PredictBody;
using content::PredictKind;
using content::Step;

namespace {

const BlockState* state_of(const LessonState& state, const Block& block) {
    const auto found = state.blocks.find(block.id);
    return found == state.blocks.end() ? nullptr : &found->second;
}

bool is_settled(const BlockState* block) {
    return block && !block->editing_again && !block->guesses.empty();
}

/// A guess that is still owed, and what there is of it.
struct OpenGuess {
    const PredictBody& body;
    Guess draft;
};

/// The first of a step.
std::optional<OpenGuess> open_guess(const Lesson& lesson, const LessonState& state, Step step) {
    for (const Block& block : lesson.blocks) {
        const auto* body = dynamic_cast<const PredictBody*>(block.body.get());
        const BlockState* own = state_of(state, block);
        if (body && block.step == step && !is_settled(own))
            return OpenGuess{*body, own ? own->draft : Guess{}};
    }
    return std::nullopt;
}

std::string guess_line(const OpenGuess& guess) {
    switch (guess.body.kind) {
    case PredictKind::Curve:
        return guess.draft.curve.empty() ? "Draw your curve in the plot, then lock your guess."
                                         : "Now lock your guess, with the button above the plot.";
    case PredictKind::Number:
        return guess.draft.number ? "Now lock your guess."
                                  : "Type your number, then lock your guess.";
    case PredictKind::Choice:
        return guess.draft.choice ? "Now lock your guess." : "Choose one, then lock your guess.";
    case PredictKind::Order:
        return "Put them in order, then lock your guess.";
    }
    return {};
}

std::string run_line(const Session& session, const Lesson& lesson, const LessonState& state) {
    if (session.running())
        return {};
    if (session.bench.phase == BenchPhase::Failed)
        return "The bench has to be started again first.";
    const int cores = session.machine.cores;
    const bool counts = !lesson.experiments.empty() && lesson.experiments.front().counts();
    if (state.reveal == Reveal::Nothing && counts)
        return "Now have it counted, with the button above the plot.";
    if (state.reveal == Reveal::Nothing)
        return cores == 1
                   ? std::string("Now run it, with the button above the plot.")
                   : fmt::format("Now run it on your {} cores, with the button above the plot.",
                                 cores);
    return {};
}

std::string compare_line(const Session& session, const Lesson& lesson, const LessonState& state) {
    if (session.running())
        return {};
    if (state.reveal <= Reveal::Question)
        return "First say what the marks did.";
    if (const auto guess = open_guess(lesson, state, Step::Compare))
        return guess_line(*guess);
    int untried = 0;
    for (const Block& block : lesson.blocks) {
        const auto* body = dynamic_cast<const content::RunBody*>(block.body.get());
        const BlockState* done = state_of(state, block);
        if (body && block.step == Step::Compare && !(done && done->ran))
            ++untried;
    }
    if (untried == 0)
        return "[Why it is so](step:explain)";
    return fmt::format("{} to try above, or [go on to why](step:explain).",
                       untried == 1 ? std::string("One more run")
                                    : fmt::format("{} more runs", untried));
}

const Lesson* next_lesson(const Session& session, const Lesson& lesson) {
    const auto& lessons = session.course.lessons;
    for (std::size_t i = 0; i + 1 < lessons.size(); ++i)
        if (lessons[i].id == lesson.id)
            return &lessons[i + 1];
    return nullptr;
}

std::string explain_line(const Session& session, const Lesson& lesson, const LessonState& state) {
    int open = 0;
    for (const Block& block : lesson.blocks) {
        const BlockState* quiz = state_of(state, block);
        const auto* body = lesson.body<content::QuizBody>(block.id);
        if (body && !(quiz && quiz->answered) && !has_no_answer(session, lesson, *body, block.id))
            ++open;
    }
    const Lesson* next = next_lesson(session, lesson);
    const std::string onward = next ? fmt::format("[Next: {}](lesson:{})", next->title, next->id)
                                    : std::string("That was the last lesson.");
    if (open == 0)
        return onward;
    std::string line = open == 1 ? std::string("One question is left.")
                                 : fmt::format("{} questions are left.", open);
    if (!onward.empty())
        line += fmt::format(" {}", onward);
    return line;
}

} // namespace

std::string how_to_go_on(const Session& session, const Lesson& lesson) {
    static const LessonState fresh;
    const LessonState* found = session.state(lesson.id);
    const LessonState& state = found ? *found : fresh;
    switch (state.reached) {
    case Step::Predict:
        if (const auto guess = open_guess(lesson, state, Step::Predict))
            return guess_line(*guess);
        return run_line(session, lesson, state);
    case Step::Run:
        return run_line(session, lesson, state);
    case Step::Compare:
        return compare_line(session, lesson, state);
    case Step::Explain:
        return explain_line(session, lesson, state);
    }
    return {};
}

} // namespace lockstep
