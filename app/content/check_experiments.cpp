// SPDX-License-Identifier: MIT
// What an experiment names must exist, and its values must be possible.
#include "app/content/check_parts.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::content {
namespace {

using protocol::ParameterInfo;
using protocol::WorkloadInfo;

constexpr double most_workers = 4096;         // no slider and no sweep of workers means more
constexpr std::string_view caches = "caches"; // 0 warm, 1 cold: of a whole run, not of a point

template <class List>
std::vector<std::string> names_in(const List& list) {
    std::vector<std::string> names;
    for (const auto& one : list)
        names.push_back(one.name);
    return names;
}

const WorkloadInfo* workload_of(const Experiment& experiment, const CheckContext& context) {
    const auto& workloads = context.known.catalogue.workloads;
    const auto found = std::ranges::find(workloads, experiment.workload, &WorkloadInfo::name);
    return found == workloads.end() ? nullptr : &*found;
}

std::optional<ParameterInfo> parameter_of(const WorkloadInfo& workload, std::string_view name) {
    if (name == "p")
        return ParameterInfo{"p", "workers", "", 1, most_workers, 1, true, true, {}};
    if (name == caches)
        return ParameterInfo{"caches", "caches", "", 0, 1, 0, true, false, {"warm", "cold"}};
    const auto found = std::ranges::find(workload.parameters, name, &ParameterInfo::name);
    if (found == workload.parameters.end())
        return std::nullopt;
    return *found;
}

std::vector<std::string> parameter_names(const WorkloadInfo& workload) {
    std::vector<std::string> names = names_in(workload.parameters);
    names.emplace_back("p");
    names.emplace_back(caches);
    return names;
}

/// Why a value cannot be, or an empty text.
std::string impossible(const ParameterInfo& parameter, double value) {
    if (!parameter.choices.empty() && (value != std::floor(value) || value < 0 ||
                                       value >= static_cast<double>(parameter.choices.size())))
        return fmt::format("'{}' cannot be {}; it has {} choices, counted from 0.", parameter.name,
                           value, parameter.choices.size());
    if (parameter.whole && value != std::floor(value))
        return fmt::format("'{}' cannot be {}; it is a whole number.", parameter.name, value);
    if (parameter.choices.empty() && (value < parameter.low || value > parameter.high))
        return fmt::format("'{}' cannot be {}.", parameter.name, value);
    return "";
}

std::string range_of(const ParameterInfo& parameter) {
    const bool counted = parameter.unit.empty() || parameter.unit == "share";
    if (parameter.choices.empty())
        return fmt::format("It goes from {} to {}{}{}.", parameter.low, parameter.high,
                           counted ? "" : " ", counted ? "" : parameter.unit);
    std::string said = "They are";
    for (std::size_t i = 0; i < parameter.choices.size(); ++i)
        said += fmt::format("{} {} = {}", i == 0 ? "" : ",", i, parameter.choices[i]);
    return said + ".";
}

void check_bounds(const Experiment& experiment, const Slider& slider,
                  const ParameterInfo& parameter, CheckContext& context) {
    const std::string key = "sliders." + slider.parameter;
    const std::pair<std::string_view, const Bound&> bounds[] = {
        {"start", slider.start}, {"min", slider.low}, {"max", slider.high}};
    bool possible = true;
    for (const auto& [name, bound] : bounds) {
        if (bound.cores || bound.lanes)
            continue;
        const std::string why = impossible(parameter, bound.value);
        if (why.empty())
            continue;
        possible = false;
        context.report(experiment, fmt::format("{}.{}", key, name),
                       fmt::format("slider {}: {}", name, why), range_of(parameter));
    }
    if (!possible)
        return;
    // On two cores and four lanes, the smallest machine on which both are a range.
    const auto here = [](const Bound& bound) { return bound.on(2, 4); };
    const double low = here(slider.low), start = here(slider.start), high = here(slider.high);
    if (!(low <= start && start <= high && low < high))
        context.report(experiment, key,
                       fmt::format("slider '{}' starts at {}, which is not between {} and {}.",
                                   slider.parameter, start, low, high),
                       "Order them: min, start, max; min below max.");
}

void check_only(const Experiment& experiment, const Slider& slider, const WorkloadInfo& workload,
                CheckContext& context) {
    const std::string key = "sliders." + slider.parameter;
    for (const auto& [name, value] : slider.only) {
        const auto parameter = parameter_of(workload, name);
        if (!parameter) {
            context.report(experiment, key,
                           fmt::format("workload '{}' has no parameter '{}'.", workload.name, name),
                           suggestion(name, parameter_names(workload)));
            continue;
        }
        if (const std::string why = impossible(*parameter, value); !why.empty())
            context.report(experiment, key, "only: " + why, range_of(*parameter));
        if (!experiment.slider(name))
            context.report(experiment, key, fmt::format("'{}' has no slider here.", name),
                           "Leave out 'only': it is always so, or never.");
    }
}

void check_sliders(const Experiment& experiment, const WorkloadInfo& workload,
                   CheckContext& context) {
    if (experiment.sliders.size() > 3)
        context.report(experiment, "sliders",
                       fmt::format("there are {} sliders.", experiment.sliders.size()),
                       "At most three are in sight: move the others into 'set'.");
    for (const Slider& slider : experiment.sliders) {
        const auto parameter = parameter_of(workload, slider.parameter);
        if (!parameter) {
            context.report(experiment, "sliders." + slider.parameter,
                           fmt::format("workload '{}' has no parameter '{}'.", workload.name,
                                       slider.parameter),
                           suggestion(slider.parameter, parameter_names(workload)));
            continue;
        }
        check_bounds(experiment, slider, *parameter, context);
        check_only(experiment, slider, workload, context);
        const bool timed = std::ranges::any_of(workload.variants, [&](const auto& variant) {
            return variant.crew != "card" && std::ranges::count(experiment.variants, variant.name);
        });
        if (slider.parameter == caches && !timed)
            context.report(experiment, "sliders.caches", "nothing is timed here on the CPU.",
                           "Remove the slider: a control that changes nothing confuses.");
        if (slider.parameter == experiment.x)
            context.report(experiment, "sliders." + slider.parameter,
                           fmt::format("'{}' is swept and has a slider too.", slider.parameter),
                           "Remove the slider: a control that moves nothing confuses.");
    }
}

/// A cure is a link: it can move what has a slider, and nothing else.
void check_cures(const Experiment& experiment, CheckContext& context) {
    const std::vector<std::string> losses(loss_names.begin(), loss_names.end());
    for (const Cure& cure : experiment.cures) {
        const std::string key = "cures." + cure.loss;
        if (std::ranges::find(losses, cure.loss) == losses.end())
            context.report(experiment, key, fmt::format("the strip has no loss '{}'.", cure.loss),
                           suggestion(cure.loss, losses));
        if (cure.set.empty())
            context.report(experiment, key, "this cure changes nothing.",
                           "Add set = { NAME = value } with a slider's name.");
        for (const auto& [name, value] : cure.set)
            if (!experiment.slider(name))
                context.report(experiment, key, fmt::format("'{}' has no slider here.", name),
                               fmt::format("Add sliders.{}, or cure it otherwise.", name));
    }
}

void check_names(const Experiment& experiment, const WorkloadInfo& workload,
                 CheckContext& context) {
    const std::vector<std::string> variants = names_in(workload.variants);
    const auto known = [&](const std::string& name, std::string_view key) {
        if (std::ranges::find(variants, name) == variants.end())
            context.report(experiment, key,
                           fmt::format("workload '{}' has no variant '{}'.", workload.name, name),
                           suggestion(name, variants));
    };
    for (const std::string& name : experiment.variants)
        known(name, "variants");
    if (!experiment.baseline.empty() && !experiment.counts())
        known(experiment.baseline, "baseline");
    else if (experiment.baseline.empty() && !experiment.is_absolute())
        context.report(experiment, "baseline", "a ratio needs a baseline.",
                       "Name a variant, or make it quantity = 'time_per_item' or 'rate'.");
    if (experiment.given != Given::Nothing &&
        (experiment.quantity != Quantity::TimePerItem || experiment.baseline.empty()))
        context.report(experiment, "given", "what is given is the time of a baseline's item.",
                       "Make it quantity = 'time_per_item' with a baseline.");
    for (const std::string& name : experiment.models)
        if (std::ranges::find(context.known.models, name) == context.known.models.end())
            context.report(experiment, "models", fmt::format("there is no model '{}'.", name),
                           suggestion(name, context.known.models));
}

void check_experiment_values(const Experiment& experiment, CheckContext& context) {
    const auto reporter = [&](const std::string& prefix) {
        return [&context, &experiment, prefix](const std::string& name, std::string what,
                                               std::string remedy) {
            context.report(experiment, prefix + name, std::move(what), std::move(remedy));
        };
    };
    check_values(experiment.set, experiment, "set", context, reporter("set."));
    for (const Cure& cure : experiment.cures)
        check_values(cure.set, experiment, "the cure", context,
                     [&](const std::string&, std::string what, std::string remedy) {
                         context.report(experiment, "cures." + cure.loss, std::move(what),
                                        std::move(remedy));
                     });
    check_values(experiment.baseline_set, experiment, "baseline", context, reporter("baseline."));
    if (experiment.x_values.empty())
        check_values({{experiment.x, 1}}, experiment, "sweep", context, reporter("sweep."));
    for (const double x : experiment.x_values)
        check_values({{experiment.x, x}}, experiment, "sweep", context, reporter("sweep."));
}

} // namespace

void check_values(const Values& values, const Experiment& experiment, const std::string& words,
                  CheckContext& context,
                  const std::function<void(const std::string& name, std::string what,
                                           std::string remedy)>& report) {
    const WorkloadInfo* workload = workload_of(experiment, context);
    if (!workload)
        return; // said once, of the experiment
    for (const auto& [name, value] : values) {
        const auto parameter = parameter_of(*workload, name);
        if (!parameter) {
            report(name,
                   fmt::format("{}: workload '{}' has no parameter '{}'.", words, workload->name,
                               name),
                   suggestion(name, parameter_names(*workload)));
            continue;
        }
        const bool of_a_point =
            words.starts_with("side ") || words == "baseline" || words == "sweep";
        if (name == caches && of_a_point)
            report(name, words + ": the caches are warm or cold for a whole run.",
                   "Give them a slider, or put them into 'set'.");
        if (const std::string why = impossible(*parameter, value); !why.empty())
            report(name, words + ": " + why, range_of(*parameter));
    }
}

void check_experiments(CheckContext& context) {
    if (context.lesson.experiments.empty()) {
        context.problems.push_back({context.toml(), 0, "the lesson has no experiment.",
                                    "Add [experiment.main] with workload, variants and sweep."});
        return;
    }
    for (const Experiment& experiment : context.lesson.experiments) {
        const WorkloadInfo* workload = workload_of(experiment, context);
        if (!workload) {
            const auto names = names_in(context.known.catalogue.workloads);
            context.report(experiment, "workload",
                           fmt::format("there is no workload '{}'.", experiment.workload),
                           suggestion(experiment.workload, names));
            continue;
        }
        check_names(experiment, *workload, context);
        check_simulated(experiment, *workload, context);
        check_sliders(experiment, *workload, context);
        check_cures(experiment, context);
        check_experiment_values(experiment, context);
    }
}

const Experiment* check_experiment(const Block& block, const std::string& name,
                                   CheckContext& context) {
    if (const Experiment* found = context.lesson.experiment(name))
        return found;
    std::vector<std::string> names;
    for (const Experiment& experiment : context.lesson.experiments)
        names.push_back(experiment.id);
    context.report(block, "experiment", fmt::format("there is no [experiment.{}].", name),
                   suggestion(name, names));
    return nullptr;
}

} // namespace lockstep::content
