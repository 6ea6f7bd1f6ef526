// SPDX-License-Identifier: MIT
// The end of a run and the end of a bench.
#include "app/experiment/bench_news.hpp"

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/events.hpp"
#include "app/experiment/handlers.hpp"
#include "app/experiment/known_runs.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep {

using content::Step;

namespace {

bool has_marks(const Run& run) {
    return std::ranges::any_of(run.series, [](const Series& s) { return !s.points.empty(); });
}

void keep(Session& session, const RunPlace& place, const std::string& block, Effects& effects) {
    const Run& run = *place.lab->run;
    if (session.presenter.on || !has_marks(run))
        return;
    effects.keep_run(run);
    effects.remember(events::run_kind, place.lesson, block,
                     events::write_run({run.id, place.experiment, run.parameters, run.machine.name,
                                        run.machine.hash}));
    if (!session.ledger_read_only)
        session.known_runs.push_back(own_run(run));
}

/// What a run block learns from its run: a copy, because the lab goes on to other settings.
void give_to_block(const RunPlace& place, const std::string& block) {
    BlockState& state = place.state->blocks[block];
    state.ran = true;
    state.run_id = place.lab->run->id;
    place.lab->by_block[block] = *place.lab->run;
}

} // namespace

std::optional<RunPlace> find_run(Session& session, const std::string& run_id) {
    if (run_id.empty())
        return std::nullopt;
    for (auto& [lesson, state] : session.lessons)
        for (auto& [experiment, lab] : state.labs)
            if (lab.run && lab.run->id == run_id)
                return RunPlace{lesson, &state, experiment, &lab};
    return std::nullopt;
}

void finish_run(Session& session, const std::string& run_id, bool cancelled, Effects& effects) {
    session.bench.run_id.clear();
    session.bench.activity.clear();
    session.bench.seconds_left = 0;
    session.simulation = {};
    const auto place = find_run(session, run_id);
    if (!place)
        return;
    Run& run = *place->lab->run;
    run.finished = true;
    run.cancelled = run.cancelled || cancelled;
    const std::string block = std::exchange(place->state->run_block, {});
    const content::Lesson* lesson = session.course.lesson(place->lesson);
    if (!lesson)
        return;
    const bool question = lesson->body<content::QuizBody>(block) != nullptr;
    if (!block.empty() && !question && has_marks(run))
        give_to_block(*place, block);
    keep(session, *place, block, effects);
    const handlers::Context at{session, effects, session.lesson()};
    if (question)
        handlers::judge_set(at, *lesson, block);
    if (!has_marks(run))
        return;
    const auto* body = block.empty() ? nullptr : lesson->body<content::RunBody>(block);
    const bool first = body ? body->gate : place->state->reached < Step::Compare;
    if (first && place->state->reveal <= Reveal::Marks)
        handlers::put_reveal(at, *lesson, handlers::next_reveal(session, *lesson, Reveal::Marks));
    if (place->state->reached < Step::Compare) {
        place->state->reached = Step::Compare;
        if (!session.presenter.on)
            effects.remember(events::step_kind, place->lesson, "",
                             events::write_number(static_cast<int>(Step::Compare)));
    }
}

void bench_failed(Session& session, const BenchFailure& failure, Effects& effects) {
    const std::string run_id = session.bench.run_id;
    const bool running = session.timing();
    Notice notice;
    notice.sentence = failure.sentence;
    if (running && !session.taking_passport())
        notice.sentence += " Samples that had arrived are kept.";
    notice.details = failure.log;
    if (running && !session.bench.command.empty())
        notice.details.push_back("To repeat the run in a terminal: " + session.bench.command);
    session.notices.push_back(std::move(notice));
    session.bench.phase = BenchPhase::Failed;
    session.bench.sentence = failure.sentence;
    session.bench.log = failure.log;
    if (running)
        finish_run(session, run_id, true, effects);
}

} // namespace lockstep
