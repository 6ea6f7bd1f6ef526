// SPDX-License-Identifier: MIT
// Finding runs and marks.
#include "app/experiment/lookup.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

using content::Block;
using content::Experiment;
using content::Lesson;

namespace {

bool equal(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

const LabState* lab_of(const LessonState& state, const std::string& experiment) {
    const auto found = state.labs.find(experiment);
    return found == state.labs.end() ? nullptr : &found->second;
}

void add(std::vector<const Run*>& runs, const Run* run) {
    if (run && !std::ranges::count(runs, run))
        runs.push_back(run);
}

const Run* run_of_block(const LabState& lab, const std::string& block) {
    const auto found = lab.by_block.find(block);
    return found == lab.by_block.end() ? nullptr : &found->second;
}

} // namespace

bool same_where_both(const Values& wanted, const Values& there) {
    return std::ranges::all_of(wanted, [&](const auto& entry) {
        const auto found = there.find(entry.first);
        return found == there.end() || equal(found->second, entry.second);
    });
}

const Block* gate_block(const Lesson& lesson, std::string_view experiment) {
    for (const Block& block : lesson.blocks) {
        const auto* body = dynamic_cast<const content::RunBody*>(block.body.get());
        if (body && body->gate && body->experiment == experiment)
            return &block;
    }
    return nullptr;
}

const Guess* standing_guess(const BlockState* block) {
    if (!block)
        return nullptr;
    for (auto guess = block->guesses.rbegin(); guess != block->guesses.rend(); ++guess)
        if (!guess->no_idea)
            return &*guess;
    return nullptr;
}

const Run* run_for_guess(const LessonState& state, const std::string& experiment,
                         const Guess& guess) {
    const LabState* lab = lab_of(state, experiment);
    if (!lab)
        return nullptr;
    const auto fits = [&](const Run& run) {
        return same_where_both(guess.sliders, run.parameters);
    };
    if (lab->run && fits(*lab->run))
        return &*lab->run;
    for (const auto& [block, run] : lab->by_block)
        if (fits(run))
            return &run;
    for (const Run& ghost : lab->ghosts)
        if (fits(ghost))
            return &ghost;
    return nullptr;
}

std::vector<const Run*> runs_to_look_in(const Session& session, const Lesson& lesson,
                                        const Experiment& experiment, std::string_view block) {
    std::vector<const Run*> runs;
    const LessonState* state = session.state(lesson.id);
    const LabState* lab = state ? lab_of(*state, experiment.id) : nullptr;
    if (!lab)
        return runs;
    const Block* within = block.empty() ? nullptr : lesson.block(block);
    if (within && within->kind == "run") {
        const auto* body = lesson.body<content::RunBody>(block);
        // Its sentences speak of its own run and of no other.
        if (body && body->experiment == experiment.id) {
            add(runs, run_of_block(*lab, std::string(block)));
            return runs;
        }
    }
    if (within && within->kind == "predict") {
        const auto found = state->blocks.find(std::string(block));
        const Guess* guess =
            found == state->blocks.end() ? nullptr : standing_guess(&found->second);
        if (guess)
            add(runs, run_for_guess(*state, experiment.id, *guess));
    }
    for (const Block& other : lesson.blocks)
        if (other.kind == "run")
            add(runs, run_of_block(*lab, other.id));
    if (lab->run)
        add(runs, &*lab->run);
    return runs;
}

const Estimate* find_mark(const Run& run, const MarkPlace& place) {
    Values at = place.at;
    if (place.at_cores)
        at["p"] = run.machine.cores;
    if (!same_where_both(at, run.parameters))
        return nullptr;
    for (const Series& series : run.series) {
        if (series.provenance == Provenance::Model || series.is_simulated() != place.simulated)
            continue;
        if (!place.variant.empty() && series.variant != place.variant)
            continue;
        const auto x = at.find(run.x);
        if (x != at.end())
            return series.at(x->second);
        return series.points.size() == 1 ? &series.points.front() : nullptr;
    }
    return nullptr;
}

std::string counted_x(const content::Experiment& experiment, double x) {
    if (experiment.x_percent)
        return experiment.x_unit.empty() ? std::string()
                                         : format_percent(x, 3) + " " + experiment.x_unit;
    const bool workers = experiment.x == "p" && experiment.x_unit.empty();
    const std::string one = workers ? "worker" : experiment.x_unit;
    if (one.empty())
        return {};
    return format_quantity(x, "", 3) + " " + one + (x == 1 ? "" : "s");
}

} // namespace lockstep
