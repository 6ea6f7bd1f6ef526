// SPDX-License-Identifier: MIT
// Making an experiment from options.
#include "app/cli/workload_experiment.hpp"

#include "app/cli/values.hpp"
#include "app/experiment/parameters.hpp"
#include "sim/models/model.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::cli {

using content::Experiment;

namespace {

/// The first experiment of a lesson with this workload, and with this x if one is asked for.
const Experiment* like_it(const content::Course& course, const std::string& workload,
                          const std::string& x) {
    for (const content::Lesson& lesson : course.lessons)
        for (const Experiment& experiment : lesson.experiments)
            if (experiment.workload == workload && (x.empty() || experiment.x == x) &&
                !experiment.counts()) // a workload by its name is timed
                return &experiment;
    return nullptr;
}

Experiment plain(const protocol::WorkloadInfo& workload, const std::string& x) {
    Experiment experiment;
    experiment.workload = workload.name;
    const bool workers =
        std::ranges::any_of(workload.variants, &protocol::VariantInfo::takes_workers);
    experiment.x = !x.empty()                               ? x
                   : workers || workload.parameters.empty() ? "p"
                                                            : workload.parameters.front().name;
    for (const protocol::VariantInfo& variant : workload.variants)
        if (variant.name != "serial")
            experiment.variants.push_back(variant.name);
    // Along anything but workers the work itself changes.
    experiment.baseline_at_each_x = experiment.x != "p";
    for (const protocol::ParameterInfo& parameter : workload.parameters)
        if (parameter.name == experiment.x && experiment.x != "p")
            experiment.x_values =
                parameter.low < parameter.fallback
                    ? std::vector{parameter.low, parameter.fallback, parameter.high}
                    : std::vector{parameter.fallback, parameter.high};
    const bool serial = std::ranges::any_of(
        workload.variants, [](const auto& variant) { return variant.name == "serial"; });
    if (!serial)
        experiment.baseline = workload.variants.front().name;
    return experiment;
}

/// Models that speak of this x, from the lessons' experiments with this workload.
std::vector<std::string> models_along(const content::Course& course, const Experiment& wanted) {
    std::vector<std::string> names;
    for (const content::Lesson& lesson : course.lessons)
        for (const Experiment& known : lesson.experiments) {
            if (known.workload != wanted.workload || known.quantity != wanted.quantity)
                continue;
            for (const std::string& name : known.models) {
                const models::Model* model = models::find_model(name);
                const bool speaks =
                    model && std::ranges::any_of(model->parameters,
                                                 [&](const auto& p) { return p.name == wanted.x; });
                if (speaks && !std::ranges::count(names, name))
                    names.push_back(name);
            }
        }
    return names;
}

/// --set moves what the experiment fixes or lets slide.
void put(Experiment& experiment, const std::string& name, double value) {
    const auto slider = std::ranges::find(experiment.sliders, name, &content::Slider::parameter);
    if (slider != experiment.sliders.end())
        experiment.sliders.erase(slider);
    experiment.set[name] = value;
}

Result<void> put_sweep(Experiment& experiment, const std::string& text,
                       const protocol::Catalogue& catalogue) {
    LOCKSTEP_TRY(const Setting sweep, read_setting("--sweep", text));
    std::vector<double> values;
    for (const std::string& value : sweep.values) {
        LOCKSTEP_TRY(const double x, read_value(catalogue, experiment.workload, sweep.name, value));
        values.push_back(x);
    }
    LOCKSTEP_TRY(experiment.x_values, rising(std::move(values), sweep.name));
    experiment.x_lanes = false;
    std::erase_if(experiment.sliders,
                  [&](const content::Slider& slider) { return slider.parameter == sweep.name; });
    return {};
}

} // namespace

void choose_caches(Experiment& experiment, const std::string& cache) {
    const auto is_theirs = [](const content::Slider& slider) {
        return slider.parameter == caches_parameter;
    };
    std::erase_if(experiment.sliders, is_theirs);
    experiment.set.erase(std::string(caches_parameter));
    experiment.cache = cache == "cold" ? content::Cache::Cold : content::Cache::Warm;
}

Result<Experiment> experiment_for(const RunOptions& options, const std::string& workload,
                                  const content::Course& course,
                                  const protocol::Catalogue& catalogue) {
    const protocol::WorkloadInfo& known = *catalogue.workload(workload);
    std::string x;
    if (!options.sweep.empty()) {
        LOCKSTEP_TRY(const Setting sweep, read_setting("--sweep", options.sweep));
        x = sweep.name;
    }
    const Experiment* like = like_it(course, workload, x);
    Experiment experiment = like ? *like : plain(known, x);
    if (!like)
        experiment.models = models_along(course, experiment);
    experiment.id = "main";
    if (!options.cache.empty())
        choose_caches(experiment, options.cache);
    LOCKSTEP_TRY(const Values set, read_values(catalogue, workload, options.set));
    for (const auto& [name, value] : set) {
        if (name == experiment.x)
            return fail(name, "is what the sweep varies, so it cannot be set too.",
                        fmt::format("Give --sweep {}={} or another sweep.", name, value));
        put(experiment, name, value);
    }
    if (!options.sweep.empty())
        LOCKSTEP_CHECK(put_sweep(experiment, options.sweep, catalogue));
    if (options.variants.empty())
        return experiment;
    experiment.variants = split_list(options.variants);
    experiment.simulated.reset();
    std::vector<std::string> names;
    for (const protocol::VariantInfo& variant : known.variants)
        names.push_back(variant.name);
    for (const std::string& name : experiment.variants)
        if (!std::ranges::count(names, name))
            return Failure(unknown_name(fmt::format("variant of {}", workload), name, names));
    if (experiment.variants.empty())
        return fail("--variants", "names none.");
    return experiment;
}

} // namespace lockstep::cli
