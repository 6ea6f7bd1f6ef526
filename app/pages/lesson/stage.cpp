// SPDX-License-Identifier: MIT
#include "app/pages/lesson/stage.hpp"

#include "app/experiment/chosen.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::lab {

namespace {

using content::PredictBody;
using content::PredictKind;
using content::Step;

const BlockState* state_of(const LessonState& state, const std::string& id) {
    const auto found = state.blocks.find(id);
    return found == state.blocks.end() ? nullptr : &found->second;
}

const PredictBody* predict_body(const content::Block& block) {
    return dynamic_cast<const PredictBody*>(block.body.get());
}

/// The block in which this experiment's curve is drawn, once its step is reached.
void find_guess(Stage& stage) {
    for (const content::Block& block : stage.lesson->blocks) {
        const PredictBody* body = predict_body(block);
        if (!body || body->kind != PredictKind::Curve || block.step > stage.state->reached)
            continue;
        if (body->experiment != stage.experiment->id)
            continue;
        stage.guess_block = &block;
        stage.guess_body = body;
        stage.guess_state = state_of(*stage.state, block.id);
        return;
    }
}

bool has_marks(const Run* run) {
    if (!run)
        return false;
    return std::any_of(run->series.begin(), run->series.end(),
                       [](const Series& series) { return !series.points.empty(); });
}

bool has_content(const Guess& draft) {
    return !draft.curve.empty() || draft.number || draft.choice || !draft.order.empty();
}

Button lock_button(const Stage& stage, const content::Block& block) {
    const BlockState* state = state_of(*stage.state, block.id);
    const PredictBody* body = predict_body(block);
    // An order stands as it is shown until it is moved: it can always be locked.
    const bool ready = (state && has_content(state->draft)) || body->kind == PredictKind::Order;
    return {"Lock my guess", "Enter", ready, command::LockGuess{block.id}};
}

Button run_button(const Session& session, const Stage& stage) {
    const bool ready = session.bench.phase == BenchPhase::Ready;
    const Command start = command::StartRun{stage.experiment->id};
    if (session.bench.phase == BenchPhase::Starting)
        return {"Starting ...", "", false, start};
    if (stage.marks)
        return {"Run again", "R", ready, start};
    return {run_words(session, *stage.experiment), "R", ready, start};
}

std::string stop_words(double seconds_left) {
    if (seconds_left <= 0)
        return "Stop";
    return fmt::format("Stop, {:.0f} s left", std::max(1.0, std::ceil(seconds_left)));
}

} // namespace

bool is_settled(const BlockState* block) {
    if (!block || block->editing_again)
        return false;
    return !block->guesses.empty() || block->draft.no_idea;
}

Stage stage_of(const Session& session) {
    Stage stage;
    stage.lesson = session.lesson();
    stage.state = session.state();
    if (!stage.lesson || !stage.state || stage.lesson->experiments.empty())
        return stage;
    stage.experiment = open_experiment(session);
    stage.lab = session.lab(stage.experiment->id);
    find_guess(stage);
    // A class may skip its guess: from the slide of the run on nobody is asked for it.
    const bool skipped = session.presenter.on && stage.state->reached >= Step::Run &&
                         !(stage.guess_state && stage.guess_state->editing_again);
    stage.predicting = stage.guess_block && !is_settled(stage.guess_state) && !skipped;
    stage.no_idea = stage.guess_state &&
                    (stage.guess_state->draft.no_idea || (!stage.guess_state->guesses.empty() &&
                                                          stage.guess_state->guesses[0].no_idea));
    stage.marks = has_marks(stage.run());
    stage.timing = session.running();
    stage.simulating = session.simulating();
    stage.compare = stage.state->reached >= Step::Compare;
    const bool explained = stage.state->reached >= Step::Explain;
    stage.verdict = stage.state->reveal >= Reveal::Verdict || explained;
    stage.model = stage.state->reveal >= Reveal::Model || explained;
    stage.strip = stage.state->reveal >= Reveal::Strip || explained;
    return stage;
}

const content::Block* asked_block(const Stage& stage) {
    if (!stage.ready())
        return nullptr;
    if (stage.predicting)
        return stage.guess_block;
    // Later guesses of other kinds are locked beside their answers; they do not keep anyone from
    // running again.
    if (stage.state->reached > Step::Predict)
        return nullptr;
    for (const content::Block& block : stage.lesson->blocks) {
        if (!predict_body(block) || block.step > stage.state->reached)
            continue;
        if (!is_settled(state_of(*stage.state, block.id)))
            return &block;
    }
    return nullptr;
}

Button button_of(const Session& session, const Stage& stage) {
    if (!stage.ready())
        return {"Run", "R", false, std::nullopt};
    if (stage.simulating)
        return {"Stop", "Esc", true, command::StopRun{}};
    if (session.taking_passport())
        return {"Stop measuring this machine", "Esc", true, command::StopRun{}};
    if (stage.timing)
        return {stop_words(session.bench.seconds_left), "Esc", true, command::StopRun{}};
    if (const content::Block* block = asked_block(stage))
        return lock_button(stage, *block);
    if (session.bench.phase == BenchPhase::Failed)
        return {"Start the bench again", "", true, command::RestartBench{}};
    return run_button(session, stage);
}

std::string run_words(const Session& session, const content::Experiment& experiment) {
    if (experiment.counts())
        return "Have it counted";
    const bool one = std::ranges::all_of(experiment.variants, [&](const std::string& name) {
        const auto* variant = session.catalogue.variant(experiment.workload, name);
        return variant && (variant->crew == "one" || variant->crew == "beside");
    });
    const int cores = one ? 1 : session.machine.cores;
    const std::string where = cores == 1 ? "Run" : fmt::format("Run on your {} cores", cores);
    return fmt::format("{}, about {:.0f} s", where, std::max(1.0, experiment.budget_s));
}

bool same_setting(const Values& left, const Values& right) {
    return std::all_of(left.begin(), left.end(), [&](const auto& entry) {
        const auto other = right.find(entry.first);
        if (other == right.end())
            return true;
        return std::abs(other->second - entry.second) <=
               1e-9 * std::max(std::abs(other->second), std::abs(entry.second));
    });
}

} // namespace lockstep::lab
