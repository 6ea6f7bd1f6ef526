// SPDX-License-Identifier: MIT
// Commands of running: sliders, the lab's button, run blocks, Stop.
#include "app/experiment/bench_news.hpp"
#include "app/experiment/chosen.hpp"
#include "app/experiment/handlers.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/parameters.hpp"
#include "app/experiment/queries.hpp"
#include "app/experiment/simulation_news.hpp"
#include "app/experiment/sweep.hpp"

#include <algorithm>

namespace lockstep::handlers {

using content::Experiment;
using content::Step;

namespace {

constexpr std::size_t most_ghosts = 3;

bool whole_parameter(const Context& at, const Experiment& experiment, const std::string& name) {
    const auto info = parameter_info(at.session.catalogue, experiment.workload, name);
    return info && (info->whole || !info->choices.empty());
}

/// The settings that the lab showed before stay as faint ghosts: the last three, each once.
void keep_ghost(LabState& lab, const Values& next) {
    if (!lab.run || lab.run->points.empty() || same_where_both(lab.run->parameters, next))
        return;
    const auto has_marks = [](const Run& run) {
        return std::ranges::any_of(run.series, [](const Series& s) { return !s.points.empty(); });
    };
    std::erase_if(lab.ghosts, [&](const Run& ghost) {
        return same_where_both(ghost.parameters, next) ||
               same_where_both(ghost.parameters, lab.run->parameters);
    });
    if (has_marks(*lab.run))
        lab.ghosts.insert(lab.ghosts.begin(), std::move(*lab.run));
    if (lab.ghosts.size() > most_ghosts)
        lab.ghosts.resize(most_ghosts);
    lab.run.reset();
}

struct Wish {
    const Experiment& experiment;
    std::string block; ///< run block or question behind it; may be empty
    const content::Comparison* compare = nullptr;
    bool tweak = false;         ///< only what changed
    bool asked_in_text = false; ///< by a link, after the first run
};

/// Guesses of the first step come before anything is run.
bool guesses_are_owed(const Context& at) {
    return at.state().reached < Step::Run;
}

/// Plot, strip and pictures look at what the run's sentence compares. A link in the text takes the
/// cursor there too; the lab's button leaves it where the learner put it.
void look_at_comparison(LabState& lab, const Wish& wish) {
    if (!wish.compare)
        return;
    speak_of(lab, wish.experiment, *wish.compare);
    if (wish.asked_in_text)
        lab.cursor_x.reset();
}

void start(const Context& at, const Wish& wish) {
    Session& session = at.session;
    if (session.running() || session.bench.phase != BenchPhase::Ready)
        return;
    LabState& lab = at.lab(wish.experiment.id);
    auto plan = plan_run({.experiment = wish.experiment,
                          .catalogue = session.catalogue,
                          .machine = session.machine,
                          .sliders = lab.sliders,
                          .compare = wish.compare,
                          .previous = wish.tweak && lab.run ? &*lab.run : nullptr,
                          .uses_siblings = session.settings.uses_siblings,
                          .budget_s = wish.experiment.budget_s,
                          .card = session.card()});
    if (!plan)
        return at.notice(plan.error().text());
    plan->run.lesson = at.lesson->id;
    if (plan->asks_nothing())
        return; // nothing changed
    keep_ghost(lab, plan->run.parameters);
    lab.run_sliders = plan->run.parameters;
    lab.run = std::move(plan->run);
    look_at_comparison(lab, wish);
    at.state().tab = wish.experiment.id;
    at.state().run_block = wish.block;
    session.bench.command = repeat_command(*lab.run);
    if (!plan->simulation.points.empty())
        session.simulation.queued = std::move(plan->simulation);
    if (plan->request.points.empty()) {
        begin_simulation(session, at.effects);
        return;
    }
    session.bench.phase = BenchPhase::Running;
    session.bench.run_id = lab.run->id;
    session.bench.activity = "checking";
    session.bench.rounds_done = session.bench.rounds_planned = 0;
    session.bench.seconds_left = plan->request.budget_s;
    at.effects.start_run(plan->request);
}

const content::Comparison* compare_of(const Context& at, const std::string& block) {
    const auto* body = block.empty() ? nullptr : at.lesson->body<content::RunBody>(block);
    return body && body->compare ? &*body->compare : nullptr;
}

/// The run block whose sentence a run of the lab's button answers: the gate while its setting
/// stands.
std::string block_behind(const Context& at, const Experiment& experiment) {
    const content::Block* gate = gate_block(*at.lesson, experiment.id);
    if (!gate)
        return {};
    const LabState& lab = at.lab(experiment.id);
    const auto earlier = lab.by_block.find(gate->id);
    const Values now = parameters_of(at.session, *at.lesson, experiment);
    const bool stands =
        earlier == lab.by_block.end() || same_where_both(earlier->second.parameters, now);
    return stands ? gate->id : std::string();
}

} // namespace

bool has_mark(const LessonState& state, const std::string& experiment) {
    const auto lab = state.labs.find(experiment);
    if (lab == state.labs.end())
        return false;
    const auto marked = [](const Run& run) {
        return std::ranges::any_of(run.series, [](const Series& s) { return !s.points.empty(); });
    };
    if (lab->second.run && marked(*lab->second.run))
        return true;
    return std::ranges::any_of(lab->second.by_block,
                               [&](const auto& entry) { return marked(entry.second); });
}

void handle(const Context& at, const command::SetSlider& set) {
    const Experiment* experiment = at.lesson ? at.lesson->experiment(set.experiment) : nullptr;
    const content::Slider* slider = experiment ? experiment->slider(set.parameter) : nullptr;
    if (!slider || !at.session.sliders_are_free())
        return;
    LabState& lab = at.lab(set.experiment);
    const bool whole = whole_parameter(at, *experiment, set.parameter);
    lab.sliders[set.parameter] = fitted(*slider, counted_machine(at.session), whole, set.value);
    if (!set.released)
        return;
    const Values now = parameters_of(at.session, *at.lesson, *experiment);
    const std::string_view cache = has_cold_caches(*experiment, now) ? "cold" : "warm";
    const bool unchanged = lab.run && lab.run->finished && lab.run->cache == cache &&
                           same_where_both(lab.run->parameters, now);
    if (!unchanged)
        start(at, {*experiment, "", nullptr, true});
}

void handle(const Context& at, const command::StartRun& run) {
    const Experiment* experiment = at.lesson ? at.lesson->experiment(run.experiment) : nullptr;
    if (!experiment || guesses_are_owed(at))
        return;
    const std::string block = block_behind(at, *experiment);
    start(at, {*experiment, block, compare_of(at, block)});
}

void handle(const Context& at, const command::StartBlockRun& run) {
    const auto* body = at.lesson ? at.lesson->body<content::RunBody>(run.block) : nullptr;
    const Experiment* experiment = body ? at.lesson->experiment(body->experiment) : nullptr;
    if (!experiment || guesses_are_owed(at) || at.session.running())
        return;
    LabState& lab = at.lab(experiment->id);
    // The sliders go to the lesson's own setting first, so that only what the block names differs.
    for (const content::Slider& slider : experiment->sliders)
        lab.sliders[slider.parameter] = slider_range(slider, at.session.machine).start;
    for (const auto& [name, value] : body->set)
        if (const content::Slider* slider = experiment->slider(name))
            lab.sliders[name] = fitted(*slider, counted_machine(at.session),
                                       whole_parameter(at, *experiment, name), value);
        else
            lab.sliders[name] = value;
    start(at, {*experiment, run.block, compare_of(at, run.block), false, !body->gate});
}

void handle(const Context& at, const command::StopRun&) {
    Session& session = at.session;
    if (!session.running())
        return;
    const std::string id = session.timing() ? session.bench.run_id : session.simulation.run_id;
    if (session.timing()) {
        at.effects.cancel_run();
        session.bench.phase = BenchPhase::Starting; // another bench is on its way
    } else {
        at.effects.cancel_simulation();
    }
    finish_run(session, id, true, at.effects);
}

void handle(const Context& at, const command::RestartBench&) {
    at.session.bench = {};
    at.effects.restart_bench();
}

} // namespace lockstep::handlers
