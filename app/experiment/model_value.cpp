// SPDX-License-Identifier: MIT
// Models in an experiment's quantity.
#include "app/experiment/model_value.hpp"

#include "app/experiment/estimates.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

using content::Quantity;

namespace {

bool has_parameter(const models::Model& model, std::string_view name) {
    return std::ranges::any_of(model.parameters,
                               [name](const auto& parameter) { return parameter.name == name; });
}

void add_facts(const models::Model& model, const protocol::Machine& machine,
               const MeasuredFacts& facts, Values& values) {
    const auto add = [&](const char* name, std::optional<double> value) {
        if (value && has_parameter(model, name))
            values.try_emplace(name, *value);
    };
    add("line", machine.line_bytes);
    // A group of 0 means as many lanes as this CPU's vector unit has.
    if (has_parameter(model, "group") && value_of(values, "group", 0) < 1)
        values.insert_or_assign("group", machine.simd_lanes_f32);
    // The passport's roofs are those of one core and of all; between them neither is more than p
    // times the one.
    const double p = value_of(values, "p", 1);
    const auto roof = [p](double one, double all) -> std::optional<double> {
        if (one <= 0) return std::nullopt;
        return p <= 1 ? one : std::min(p * one, std::max(one, all));
    };
    add("peak_gflops", roof(machine.peak_gflops, machine.peak_gflops_all));
    add("memory_gb_s", roof(machine.memory_gb_s, machine.memory_gb_s_all));
    add("peak_gflops", facts.peak_gflops);
    add("memory_gb_s", facts.memory_gb_s);
    add("transfer", facts.transfer);
    add("ceiling", facts.ceiling);
}

/// A factor of the time, as the quantity that is plotted.
std::optional<double> from_relative_time(double relative, Quantity quantity,
                                         const MeasuredFacts& facts) {
    switch (quantity) {
    case Quantity::Speedup:
        return 1 / relative;
    case Quantity::Claimed:
    case Quantity::RelativeTime:
        return relative;
    case Quantity::TimePerItem:
        if (!facts.baseline)
            return std::nullopt;
        return relative * *facts.baseline;
    case Quantity::Rate:
    case Quantity::Count:
        break; // a time says nothing of a count
    }
    return std::nullopt;
}

/// Where no passport was measured, the roof goes through the run's own ends: the fastest mark, and
/// the bytes that the mark with the fewest flops moved. k flops are 12 bytes.
void put_own_roofs(const Run& run, const content::Experiment& experiment, MeasuredFacts& facts) {
    // At another setting, arrays in a cache, it says nothing of memory.
    const bool as_the_lesson_sets_it =
        std::ranges::all_of(experiment.sliders, [&run](const content::Slider& slider) {
            const double start = slider.start.value;
            return slider.start.cores || value_of(run.parameters, slider.parameter, start) == start;
        });
    if (!as_the_lesson_sets_it) return;
    if (run.quantity != "rate" || run.series.empty()) return;
    double least_k = 0;
    for (const Estimate& mark : run.series.front().points) {
        const Point* point = run.point(mark.point);
        if (!point || mark.n == 0 || mark.status != PointStatus::Ok) continue;
        const double k = value_of(point->parameters, "k", 0);
        facts.peak_gflops = std::max(facts.peak_gflops.value_or(0), mark.value);
        if (k <= 0 || (least_k > 0 && k > least_k)) continue;
        least_k = k;
        facts.memory_gb_s = 12 * mark.value / k;
    }
}

} // namespace

MeasuredFacts measured_facts(const Run* run, const content::Experiment& experiment,
                             const protocol::Machine& machine) {
    MeasuredFacts facts;
    if (experiment.given == content::Given::AtomicAdd && machine.atomic_add_ns > 0)
        facts.baseline = machine.atomic_add_ns / nanoseconds_per(experiment.unit);
    if (!run)
        return facts;
    put_own_roofs(*run, experiment, facts);
    if (const auto measured = baseline_per_item(*run))
        facts.baseline = measured;
    for (const Series& series : run->series)
        for (const Estimate& mark : series.points) {
            const Point* point = run->point(mark.point);
            const Point* baseline = run->point(mark.baseline);
            if (!point || !baseline || mark.status != PointStatus::Ok)
                continue;
            const Estimate base = time_of(*run, *baseline);
            const Estimate time = time_of(*run, *point);
            if (base.n == 0 || time.n == 0)
                continue;
            const double items = baseline->items > 0 ? baseline->items : 1;
            const double own_items = point->items > 0 ? point->items : 1;
            const double relative = time.value / own_items / (base.value / items);
            facts.transfer = std::max(facts.transfer.value_or(1), relative);
            facts.ceiling = std::max(facts.ceiling.value_or(1), 1 / relative);
        }
    return facts;
}

std::optional<double> model_value(const models::Model& model, const content::Experiment& experiment,
                                  const protocol::Machine& machine, Values values,
                                  const MeasuredFacts& facts) {
    add_facts(model, machine, facts, values);
    // A roof that nobody has measured is none: the model's own defaults are of some other machine.
    for (const char* roof : {"peak_gflops", "memory_gb_s"})
        if (has_parameter(model, roof) && !values.contains(roof)) return std::nullopt;
    const double value = model.value(values);
    if (!std::isfinite(value))
        return std::nullopt;
    if (model.quantity == "time_ms") {
        if (experiment.quantity != Quantity::TimePerItem)
            return std::nullopt;
        return value * 1e6 / nanoseconds_per(experiment.unit);
    }
    const bool count = model.quantity == "count";
    if (count || experiment.counts())
        return count && experiment.counts() && value >= 0 ? std::optional(value) : std::nullopt;
    if (experiment.quantity == Quantity::Claimed) // a claim may be of no time at all
        return (model.quantity == "claimed" || model.quantity == "relative_time") && value >= 0
                   ? std::optional(value)
                   : std::nullopt;
    if (value <= 0)
        return std::nullopt;
    if (model.quantity == "rate")
        return experiment.quantity == Quantity::Rate ? std::optional(value) : std::nullopt;
    if (model.quantity == "speedup")
        return experiment.quantity == Quantity::Speedup
                   ? value
                   : from_relative_time(1 / value, experiment.quantity, facts);
    if (model.quantity == "relative_time" || model.quantity == "paths")
        return from_relative_time(value, experiment.quantity, facts);
    return std::nullopt;
}

} // namespace lockstep
