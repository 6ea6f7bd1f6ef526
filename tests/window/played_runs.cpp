// SPDX-License-Identifier: MIT
#include "tests/window/played_runs.hpp"

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/model_value.hpp"
#include "app/experiment/parameters.hpp"
#include "app/experiment/run_file.hpp"
#include "app/experiment/sweep.hpp"
#include "tests/window/played_work.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace lockstep::window_tests {

namespace {

using content::Experiment;
using content::Quantity;

constexpr double baseline_ns = 5e6; ///< of a repetition
constexpr double launch_ns = 60e3;  ///< of a card, beside its kernels
constexpr double copies_ns = 2.5e6; ///< of a card, there and back
constexpr int rounds = 41, pilot_rounds = 11;

/// One run to play: an experiment, how its sliders stand, and how far off its model is.
struct Recipe {
    const Experiment& experiment;
    Values sliders;
    const content::Comparison* compare = nullptr;
    double off = 1; ///< the quantity is this many times what the model says
    PlayedMachine on = {};
};

double unit_ns(const std::string& unit) {
    return unit == "ms" ? 1e6 : unit == "µs" || unit == "us" ? 1e3 : 1;
}

/// Per repetition: an item takes a time that its unit suits.
double items_of(const Experiment& experiment, const Point& point) {
    if (experiment.quantity == Quantity::Rate)
        return 2e5 * value_of(point.parameters, "k", 1);
    if (experiment.quantity != Quantity::TimePerItem)
        return 1;
    return point.workload == "false_sharing" ? baseline_ns / addition_ns : 100;
}

bool is_baseline(const Experiment& experiment, const Point& point) {
    if (point.variant != experiment.baseline)
        return false;
    return std::ranges::all_of(experiment.baseline_set, [&](const auto& entry) {
        const auto there = point.parameters.find(entry.first);
        return there == point.parameters.end() || there->second == entry.second;
    });
}

/// So many times as much at once as the baseline: four times are twice as fast.
double without_a_model(const Experiment& experiment, const Point& point) {
    const auto least = experiment.baseline_set.find(experiment.x);
    const double most = value_of(point.parameters, experiment.x, 1);
    return least == experiment.baseline_set.end() ? 1.0 : std::sqrt(most / least->second);
}

/// What this machine does where the lesson's model fails: another law, or another ceiling.
const models::Model* law_of(const Experiment& experiment, Values& values) {
    std::string name = experiment.models.empty() ? "" : experiment.models.front();
    if (name == "straggler" && value_of(values, "pattern", 0) == 1)
        name = "straggler_same";
    if (name == "divergence") {
        name = "divergence_shared";
        values["shared"] = 2;
    }
    if (experiment.workload == "pointer_chase" && value_of(values, "buffer", 16384) <= 64)
        // The nearest cache answers before there is much to overlap, and registers run out.
        values["ceiling"] = value_of(values, "chains", 1) > 16 ? 2 : 2.5;
    return models::find_model(name);
}

int workers_of(const Point& point) {
    return std::max(1, static_cast<int>(value_of(point.parameters, "p", 1)));
}

/// What one core reaches with k multiply-adds for 24 bytes, and all of them together.
double rate_of(const Recipe& recipe, const Point& point) {
    const auto machine = quiet_machine(recipe.on);
    const bool cached = value_of(point.parameters, "array_kib", 65536) < 1024;
    const int p = workers_of(point);
    const double peak = point.variant == "serial" ? machine.peak_gflops / 16 : machine.peak_gflops;
    const double memory = cached ? 5 * p * machine.memory_gb_s
                                 : std::min(p * machine.memory_gb_s, machine.memory_gb_s_all);
    return std::min(p * peak, 2 * value_of(point.parameters, "k", 1) / 24 * memory);
}

/// What comes out at a point, in the experiment's quantity.
double value_at(const Recipe& recipe, const Point& point) {
    const Experiment& experiment = recipe.experiment;
    if (experiment.workload == "intensity")
        return rate_of(recipe, point);
    const bool per_item = experiment.quantity == Quantity::TimePerItem;
    MeasuredFacts facts;
    facts.baseline = per_item ? baseline_ns / point.items / unit_ns(experiment.unit) : 1.0;
    Values values = point.parameters;
    // The store buffer of this machine gathers what is only stored.
    facts.transfer = value_of(values, "store", 0) == 2 ? 2 : 5;
    const models::Model* law = law_of(experiment, values);
    const auto says =
        law ? model_value(*law, experiment, quiet_machine(recipe.on), values, facts) : std::nullopt;
    return says.value_or(recipe.on.card ? without_a_model(experiment, point) : 1.0) * recipe.off;
}

/// Time of a repetition, as the model has it. A time per item has items that make it long enough.
double time_of(const Recipe& recipe, const Point& point) {
    const Experiment& experiment = recipe.experiment;
    // Whoever measures takes some time for it, whatever comes out.
    if (is_baseline(experiment, point) || experiment.quantity == Quantity::Claimed)
        return baseline_ns;
    const double value = value_at(recipe, point);
    if (experiment.quantity == Quantity::Rate)
        return point.items / value;
    if (experiment.quantity == Quantity::TimePerItem)
        return value * unit_ns(experiment.unit) * point.items;
    return experiment.quantity == Quantity::Speedup ? baseline_ns / value : baseline_ns * value;
}

int flags_of(int round, bool disturbed) {
    return (round < pilot_rounds ? protocol::sample_pilot : 0) |
           (disturbed && round % 2 ? protocol::sample_disturbed : 0);
}

/// Half a per cent of a shiver that is the same at every start.
double shiver_of(const Point& point, int round) {
    return 1 + 0.005 * std::sin(2.1 * round + point.id);
}

/// Of a card: no workers, but its kernels by its own clock, and the copies.
void fill_card_samples(Point& point, double time_ns, bool disturbed) {
    for (int round = 0; round < rounds; ++round) {
        const double shiver = shiver_of(point, round);
        point.round.push_back(round);
        point.flags.push_back(flags_of(round, disturbed));
        point.time_ns.push_back(time_ns * shiver);
        point.kernel_ns.push_back(std::max(0.1 * time_ns, time_ns - launch_ns) * shiver);
        point.copy_ns.push_back(copies_ns * shiver);
    }
}

/// As tasks were handed out.
void fill_samples(Point& point, const PlayedWork& work, bool disturbed) {
    for (int round = 0; round < rounds; ++round) {
        const double shiver = shiver_of(point, round);
        point.round.push_back(round);
        point.flags.push_back(flags_of(round, disturbed));
        point.time_ns.push_back(work.time_ns * shiver);
        point.serial_ns.push_back(work.serial_ns * shiver);
        point.longest_ns.push_back(std::ranges::max(work.busy_ns) * shiver);
        std::vector<double> busy = work.busy_ns;
        for (double& one : busy)
            one *= shiver;
        point.busy_ns.push_back(std::move(busy));
    }
    point.spans = work.spans;
}

/// Of work that is one stretch for each worker.
void fill_samples(Point& point, double time_ns, bool disturbed) {
    const int workers = workers_of(point);
    // Each does a job of its own to the end, or a share of one.
    const double longest = 0.995 * time_ns;
    const double busy =
        point.jobs > 1 || workers == 1 ? longest : std::min(baseline_ns / workers, longest);
    PlayedWork work{.time_ns = time_ns};
    work.busy_ns.assign(static_cast<std::size_t>(workers), busy);
    work.spans.point = point.id;
    work.spans.time_ns = time_ns;
    for (int worker = 0; worker < workers; ++worker) {
        work.spans.worker.push_back(worker);
        work.spans.phase.push_back(0);
        work.spans.task.push_back(worker);
        work.spans.kind.push_back(0);
        work.spans.begin_ns.push_back(0);
        work.spans.end_ns.push_back(busy);
    }
    fill_samples(point, work, disturbed);
}

bool is_of_card(const protocol::Catalogue& catalogue, const Point& point) {
    const auto* variant = catalogue.variant(point.workload, point.variant);
    return variant && variant->crew == "card";
}

void fill_point(const Recipe& recipe, const protocol::Catalogue& catalogue, Point& point) {
    const Experiment& experiment = recipe.experiment;
    const bool baseline = is_baseline(experiment, point);
    point.items = items_of(experiment, point);
    if (point.workload == "false_sharing" && !baseline)
        point.jobs = workers_of(point);
    if (is_of_card(catalogue, point) && recipe.on.card) {
        fill_card_samples(point, time_of(recipe, point), recipe.on.disturbed);
    } else if (is_of_card(catalogue, point)) {
        point.status = PointStatus::Unavailable;
        point.reason = quiet_machine().gpu;
    } else if (recipe.on.wrong && !baseline) {
        point.status = PointStatus::Wrong;
        point.reason = "The result of '" + point.variant + "' is not that of the serial variant.";
    } else if (const auto work = played_work(point, baseline_ns, recipe.on.cores);
               work && !baseline) {
        fill_samples(point, *work, recipe.on.disturbed);
    } else if (point.workload == "straggler" && value_of(point.parameters, "kind", 1) >= 1) {
        fill_samples(point, played_steps(point, time_of(recipe, point)), recipe.on.disturbed);
    } else {
        fill_samples(point, time_of(recipe, point), recipe.on.disturbed);
        if (experiment.quantity == Quantity::Claimed && !baseline)
            for (const double time_ns : point.time_ns)
                point.claimed_ns.push_back(value_at(recipe, point) * time_ns);
    }
}

Result<void> write_recipe(const Recipe& recipe, const protocol::Catalogue& catalogue,
                          const std::filesystem::path& file) {
    const protocol::Machine machine = quiet_machine(recipe.on);
    LOCKSTEP_TRY(PlannedRun plan, plan_run({.experiment = recipe.experiment,
                                            .catalogue = catalogue,
                                            .machine = machine,
                                            .sliders = recipe.sliders,
                                            .compare = recipe.compare,
                                            .uses_siblings = recipe.on.threads > 0}));
    Run& run = plan.run;
    run.machine = machine;
    run.finished = true;
    // Counts are simulated anew: they are the same on every machine.
    std::erase_if(run.points, [](const Point& point) { return point.simulated; });
    std::erase_if(run.planned, [](const Series& series) { return series.is_simulated(); });
    for (Point& point : run.points)
        fill_point(recipe, catalogue, point);
    run.series = run.planned;
    run.series = recompute_series(run);
    return save_run_file(run, file);
}

/// As a run block leaves them: at the lesson's own setting, but for what the block sets.
Values sliders_of(const Experiment& experiment, const Values& set,
                  const protocol::Machine& machine) {
    Values sliders;
    for (const content::Slider& slider : experiment.sliders)
        sliders[slider.parameter] = slider_range(slider, machine).start;
    for (const auto& [name, value] : set) {
        const content::Slider* slider = experiment.slider(name);
        sliders[name] = slider ? fitted(*slider, machine, false, value) : value;
    }
    return sliders;
}

std::vector<Recipe> recipes(const content::Lesson& lesson, const PlayedMachine& on) {
    const protocol::Machine machine = quiet_machine(on);
    std::vector<Recipe> list;
    for (const Experiment& experiment : lesson.experiments)
        list.push_back({.experiment = experiment, .sliders = {}, .on = on});
    for (const content::Block& block : lesson.blocks) {
        const auto* body = dynamic_cast<const content::RunBody*>(block.body.get());
        const Experiment* experiment = body ? lesson.experiment(body->experiment) : nullptr;
        if (!experiment)
            continue;
        const content::Comparison* compare = body->compare ? &*body->compare : nullptr;
        Recipe recipe{.experiment = *experiment,
                      .sliders = sliders_of(*experiment, body->set, machine),
                      .compare = compare,
                      .on = on};
        // Nobody has a law for a core that another program wants most of.
        if (experiment->workload == "measuring" && compare && compare->b_model)
            recipe.off = 1.7;
        list.push_back(recipe);
    }
    return list;
}

} // namespace

std::vector<std::string> write_played_runs(const content::Lesson& lesson,
                                           const protocol::Catalogue& catalogue,
                                           const std::filesystem::path& folder,
                                           const PlayedMachine& on) {
    std::filesystem::create_directories(folder);
    std::vector<std::string> files;
    for (const Recipe& recipe : recipes(lesson, on)) {
        const auto file = folder / (lesson.id + "-" + std::to_string(files.size()) + ".json");
        if (const auto written = write_recipe(recipe, catalogue, file); written)
            files.push_back(file.string());
        else
            std::fprintf(stderr, "%s\n", written.error().text().c_str());
    }
    return files;
}

} // namespace lockstep::window_tests
