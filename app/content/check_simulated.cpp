// SPDX-License-Identifier: MIT
// A simulated series must be of kernels, in counters that there are, on an axis that it can have.
#include "app/content/check_parts.hpp"
#include "app/content/simulated.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::content {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

struct Place {
    const Experiment& experiment;
    CheckContext& context;
    void report(std::string_view key, std::string what, std::string remedy) const {
        context.report(experiment, key, std::move(what), std::move(remedy));
    }
};

void check_kernel(const Place& place, const protocol::WorkloadInfo& workload,
                  const std::string& name, std::string_view key) {
    std::vector<std::string> kernels;
    bool known = false;
    for (const protocol::VariantInfo& variant : workload.variants) {
        known = known || variant.name == name;
        if (variant.crew == "card")
            kernels.push_back(variant.name);
    }
    if (has(kernels, name))
        return;
    if (kernels.empty())
        return place.report(key,
                            fmt::format("workload '{}' has no CUDA kernel to simulate.",
                                        workload.name),
                            "Only variants that begin with cuda_ can be simulated.");
    place.report(key,
                 known ? fmt::format("'{}' is no CUDA kernel, so it cannot be simulated.", name)
                       : fmt::format("workload '{}' has no variant '{}'.", workload.name, name),
                 suggestion(name, kernels));
}

void check_counters(const Place& place, const SimulatedSeries& simulated) {
    std::vector<std::string> names = counter_names();
    if (!simulated.of.empty() && !has(names, simulated.of))
        place.report("simulated.of",
                     fmt::format("the simulator has no counter '{}'.", simulated.of),
                     suggestion(simulated.of, names));
    names.emplace_back("item");
    if (!simulated.per.empty() && !has(names, simulated.per))
        place.report("simulated.per",
                     fmt::format("the simulator has no counter '{}'.", simulated.per),
                     suggestion(simulated.per, names));
}

/// What the marks stand on: a count of their own, or one axis with what is timed.
void check_axis(const Place& place, const SimulatedSeries& simulated) {
    const Experiment& experiment = place.experiment;
    if (experiment.quantity == Quantity::TimePerItem)
        place.report("simulated", "a count is no time, so it has no place on this axis.",
                     "Make it quantity = 'relative_time' or 'speedup', or a 'count' of its own.");
    if (experiment.x == "p")
        place.report("simulated", "a kernel has no workers, so its counts are the same at each p.",
                     "Sweep a parameter of the workload.");
    if (experiment.counts() && !simulated.baseline.empty())
        place.report("simulated.baseline", "a count is not compared with a baseline.",
                     "Leave it out, or make it quantity = 'relative_time'.");
    const bool own = simulated.baseline.empty() && experiment.baseline_set.empty();
    if (!experiment.counts() && experiment.baseline_at_each_x && own)
        place.report("simulated", "each count would be divided by itself.",
                     "Name another kernel: simulated = { baseline = 'cuda_1', ... }.");
}

void check_words(const Place& place, const SimulatedSeries& simulated) {
    if (place.experiment.counts() && simulated.words.empty())
        place.report("simulated", "nothing says what is counted.",
                     "Add words = 'sectors a request' to it: the words of the y axis.");
}

/// A size of its own, and nothing that the learner or the sweep moves.
void check_set(const Place& place, const SimulatedSeries& simulated) {
    const Experiment& experiment = place.experiment;
    if (experiment.counts() && !simulated.set.empty())
        place.report("simulated.set", "nothing is timed here that it could differ from.",
                     "Move it to the experiment's own set.");
    for (const auto& [name, value] : simulated.set)
        if (name == experiment.x || experiment.slider(name))
            place.report("simulated.set",
                         fmt::format("'{}' is moved by the learner; what is counted must follow.",
                                     name),
                         "Leave it out.");
    check_values(simulated.set, experiment, "simulated.set", place.context,
                 [&](const std::string&, std::string what, std::string remedy) {
                     place.report("simulated.set", std::move(what), std::move(remedy));
                 });
}

/// A model says a count or it does not; neither can be made of the other.
void check_models(const Place& place) {
    const Experiment& experiment = place.experiment;
    for (const std::string& name : experiment.models) {
        if (!has(place.context.known.models, name))
            continue; // said already
        const bool count = has(place.context.known.count_models, name);
        if (experiment.counts() && !count)
            place.report("models", fmt::format("model '{}' is no count.", name),
                         suggestion(name, place.context.known.count_models));
        if (!experiment.counts() && count)
            place.report("models", fmt::format("model '{}' is a count, and this is none.", name),
                         "Make it quantity = 'count', or take another model.");
    }
}

} // namespace

void check_simulated(const Experiment& experiment, const protocol::WorkloadInfo& workload,
                     CheckContext& context) {
    const Place place{experiment, context};
    check_models(place);
    if (experiment.counts() && !experiment.variants.empty())
        place.report("variants", "nothing is timed where the quantity is a count.",
                     "Move the kernels to simulated = { variants = [...] }.");
    if (!experiment.simulated)
        return;
    const SimulatedSeries& simulated = *experiment.simulated;
    if (simulated.variants.empty())
        place.report("simulated", "no kernel is simulated.",
                     "Add variants = ['cuda_1'] to it: each is a series.");
    for (const std::string& name : simulated.variants)
        check_kernel(place, workload, name, "simulated.variants");
    if (!simulated.baseline.empty())
        check_kernel(place, workload, simulated.baseline, "simulated.baseline");
    check_counters(place, simulated);
    check_axis(place, simulated);
    check_words(place, simulated);
    check_set(place, simulated);
}

} // namespace lockstep::content
