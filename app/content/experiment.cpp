// SPDX-License-Identifier: MIT
// Experiments and their sliders out of TOML.
#include "app/content/experiment.hpp"

#include "app/content/simulated.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::content {
namespace {

constexpr std::pair<std::string_view, Quantity> quantities[] = {
    {"speedup", Quantity::Speedup},           {"relative_time", Quantity::RelativeTime},
    {"time_per_item", Quantity::TimePerItem}, {"rate", Quantity::Rate},
    {"claimed", Quantity::Claimed},           {"count", Quantity::Count},
};

constexpr std::pair<std::string_view, Given> givens[] = {
    {"nothing", Given::Nothing},
    {"atomic_add", Given::AtomicAdd},
};

constexpr std::pair<std::string_view, Cache> caches[] = {
    {"warm", Cache::Warm},
    {"cold", Cache::Cold},
};

/// A number, or the word "cores" or "lanes".
Bound read_bound(Keys& keys, std::string_view key, Bound fallback) {
    if (!keys.has(key)) {
        keys.report(keys.line(), fmt::format("a slider has no '{}'.", key),
                    "Write { start = 1, min = 1, max = 8 }; \"cores\" is a number too.");
        keys.number(key, 0);
        return fallback;
    }
    const Tree* said = keys.peek(key);
    if (said && said->is_text() && keys.text(key) == "cores")
        return {0, true};
    if (said && said->is_text() && keys.text(key) == "lanes")
        return {0, false, true};
    return {keys.number(key, fallback.value), false};
}

std::vector<Slider> read_sliders(Keys& experiment) {
    std::vector<Slider> sliders;
    const Tree* table = experiment.table("sliders");
    if (!table)
        return sliders;
    for (const auto& [parameter, tree] : std::get<Tree::Table>(table->value)) {
        Keys keys = experiment.inside(tree, fmt::format("slider '{}'", parameter));
        if (!tree.is_table()) {
            keys.report(
                tree.line, fmt::format("slider '{}' is not a table.", parameter),
                fmt::format("Write sliders.{} = {{ start = 1, min = 1, max = 8 }}.", parameter));
            continue;
        }
        Slider slider;
        slider.parameter = parameter;
        slider.words = keys.text("words");
        slider.start = read_bound(keys, "start", {});
        slider.low = read_bound(keys, "min", {});
        slider.high = read_bound(keys, "max", {1});
        slider.log = keys.flag("log", false);
        slider.stops = keys.numbers("stops");
        slider.later = keys.flag("later", false);
        slider.only = keys.values("only");
        keys.done();
        sliders.push_back(std::move(slider));
    }
    return sliders;
}

/// cures.coordination = { words = 'Make the pieces larger', set = { piece_us = 20 } }
std::vector<Cure> read_cures(Keys& experiment) {
    std::vector<Cure> cures;
    const Tree* table = experiment.table("cures");
    if (!table)
        return cures;
    for (const auto& [loss, tree] : std::get<Tree::Table>(table->value)) {
        Keys keys = experiment.inside(tree, fmt::format("the cure of '{}'", loss));
        if (!tree.is_table()) {
            keys.report(
                tree.line, fmt::format("the cure of '{}' is not a table.", loss),
                fmt::format("Write cures.{} = {{ words = '...', set = {{ ... }} }}.", loss));
            continue;
        }
        cures.push_back({loss, keys.needed_text("words"), keys.values("set")});
        keys.done();
    }
    return cures;
}

/// sweep.f = [0, 0.5, 1], sweep.p = "cores": 1, 2, 4 .. cores, or sweep.leave = "lanes".
void read_sweep(Keys& keys, Experiment& experiment) {
    const Tree* table = keys.table("sweep");
    if (!table || std::get<Tree::Table>(table->value).empty()) {
        keys.report(keys.line(), fmt::format("[experiment.{}] has no sweep.", experiment.id),
                    "Add sweep.NAME = [values], the parameter along the x axis.");
        return;
    }
    const auto& entries = std::get<Tree::Table>(table->value);
    if (entries.size() > 1)
        keys.report(entries[1].second.line, "an experiment has one sweep; this is a second one.",
                    "Give it an experiment of its own: it becomes another tab.");
    experiment.x = entries[0].first;
    Keys sweep = keys.inside(*table, "the sweep");
    const Tree& said = entries[0].second;
    if (experiment.x == "p" && said.is_text() && sweep.text("p") == "cores")
        return;
    if (said.is_text() && sweep.text(experiment.x) == "lanes") {
        experiment.x_lanes = true;
        return;
    }
    experiment.x_values = sweep.numbers(experiment.x);
    std::ranges::sort(experiment.x_values);
}

void read_axes(Keys& keys, Experiment& experiment) {
    if (const Tree* table = keys.table("x")) {
        Keys axis = keys.inside(*table, "the x axis");
        experiment.x_words = axis.text("words");
        experiment.x_unit = axis.text("unit");
        experiment.x_percent = axis.flag("percent", false);
        experiment.x_log = axis.flag("log", false);
        experiment.x_beyond = axis.number("beyond", 0);
        experiment.x_joined = axis.flag("joined", true);
        axis.done();
    }
    if (const Tree* table = keys.table("y")) {
        Keys axis = keys.inside(*table, "the y axis");
        experiment.y_words = axis.text("words");
        experiment.y_log = axis.flag("log", false);
        experiment.y_low = axis.number("low", 0);
        experiment.y_high = axis.number("high", 0);
        axis.done();
    }
}

void read_budget(Keys& keys, Experiment& experiment) {
    constexpr double most_s = 60; // what a reader waits for, at the very most
    const double said = keys.number("budget", experiment.budget_s);
    if (said >= 0.5 && said <= most_s)
        experiment.budget_s = said;
    else
        keys.report(keys.line("budget"), "a budget is the seconds that a run may take.",
                    "Write 0.5 to 60.");
}

void read_needs(Keys& keys, Experiment& experiment) {
    const Tree* table = keys.table("needs");
    if (!table)
        return;
    Keys needs = keys.inside(*table, "needs");
    experiment.needs_cores = needs.whole("cores", 1);
    experiment.needs_effect = needs.number("effect", 0);
    needs.done();
}

/// What the baseline is: { variant = "serial", leave = 0 } or just "serial".
void read_baseline(Keys& keys, Experiment& experiment) {
    const Tree* said = keys.peek("baseline");
    if (!said || !said->is_table()) {
        experiment.baseline = keys.text("baseline", "serial");
        return;
    }
    keys.table("baseline");
    Keys baseline = keys.inside(*said, "the baseline");
    experiment.baseline = baseline.text("variant", "serial");
    experiment.baseline_set = baseline.rest();
}

Experiment read_experiment(Keys& keys, const std::string& id) {
    Experiment experiment;
    experiment.id = id;
    experiment.line = keys.line();
    experiment.lines = keys.lines();
    experiment.tab = keys.text("tab");
    experiment.workload = keys.needed_text("workload");
    experiment.variants = keys.texts("variants");
    experiment.quantity = keys.one_of("quantity", quantities, Quantity::Speedup);
    experiment.given = keys.one_of("given", givens, Given::Nothing);
    experiment.cache = keys.one_of("cache", caches, Cache::Warm);
    experiment.unit = keys.text("unit");
    experiment.baseline_at_each_x = keys.flag("baseline_at_each_x", false);
    experiment.models = keys.texts("models");
    experiment.set = keys.values("set");
    read_baseline(keys, experiment);
    read_sweep(keys, experiment);
    read_axes(keys, experiment);
    read_budget(keys, experiment);
    read_needs(keys, experiment);
    experiment.sliders = read_sliders(keys);
    experiment.strip = keys.flag("strip", true);
    experiment.cures = read_cures(keys);
    experiment.simulated = read_simulated(keys);
    keys.done();
    return experiment;
}

} // namespace

std::string_view name_of(Quantity quantity) {
    for (const auto& [name, meaning] : quantities)
        if (meaning == quantity)
            return name;
    return "";
}

std::vector<Experiment> read_experiments(Keys& lesson) {
    std::vector<Experiment> experiments;
    const Tree* table = lesson.table("experiment");
    if (!table)
        return experiments;
    for (const auto& [id, tree] : std::get<Tree::Table>(table->value)) {
        Keys keys = lesson.inside(tree, fmt::format("[experiment.{}]", id));
        if (!tree.is_table()) {
            keys.report(tree.line, fmt::format("'experiment.{}' is not a table.", id),
                        fmt::format("Begin it with [experiment.{}].", id));
            continue;
        }
        Experiment experiment = read_experiment(keys, id);
        if (experiment.own_variants().empty() && experiment.counts())
            keys.report(keys.line(), fmt::format("[experiment.{}] counts nothing.", id),
                        "Add simulated = { variants = ['cuda_1'], of = 'global_sectors' }.");
        else if (experiment.own_variants().empty())
            keys.report(keys.line(), fmt::format("[experiment.{}] has no variants.", id),
                        "Add variants = ['multicore']: each is a series of the plot.");
        if (experiment.workload.empty() || experiment.own_variants().empty() ||
            experiment.x.empty())
            continue; // reported above; a lesson without its experiment still shows its text
        experiments.push_back(std::move(experiment));
    }
    return experiments;
}

} // namespace lockstep::content
