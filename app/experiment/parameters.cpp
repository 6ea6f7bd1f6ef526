// SPDX-License-Identifier: MIT
// Values of an experiment's parameters, with their ranges and words.
#include "app/experiment/parameters.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep {

using protocol::ParameterInfo;

std::optional<ParameterInfo> parameter_info(const protocol::Catalogue& catalogue,
                                            std::string_view workload, std::string_view parameter) {
    if (const auto* known = catalogue.workload(workload)) {
        const auto found = std::ranges::find(known->parameters, parameter, &ParameterInfo::name);
        if (found != known->parameters.end())
            return *found;
    }
    if (parameter == caches_parameter) {
        ParameterInfo caches;
        caches.name = caches.words = caches_parameter;
        caches.high = 1;
        caches.whole = true;
        caches.choices = {"warm caches", "cold caches"};
        return caches;
    }
    if (parameter != "p")
        return std::nullopt;
    ParameterInfo workers;
    workers.name = "p";
    workers.words = "workers";
    workers.low = workers.fallback = 1;
    workers.high = 1024;
    workers.whole = true;
    return workers;
}

bool has_cold_caches(const content::Experiment& experiment, const Values& values) {
    return value_of(values, caches_parameter, experiment.cache == content::Cache::Cold) > 0;
}

std::string unit_words(std::string_view unit) {
    if (unit == "us")
        return "µs";
    return std::string(unit == "1" || unit == "share" ? "" : unit);
}

Values parameters_of(const protocol::Catalogue& catalogue, const content::Experiment& experiment,
                     const protocol::Machine& machine, const Values& sliders) {
    Values values;
    if (const auto* workload = catalogue.workload(experiment.workload))
        for (const ParameterInfo& parameter : workload->parameters)
            values[parameter.name] = parameter.fallback;
    values["p"] = machine.cores;
    for (const auto& [name, value] : experiment.set)
        values[name] = value;
    for (const content::Slider& slider : experiment.sliders)
        values[slider.parameter] = slider_range(slider, machine).start;
    for (const auto& [name, value] : sliders)
        values[name] = value;
    return values;
}

std::vector<double> worker_values(int cores) {
    std::vector<double> values;
    for (int p = 1; p < cores; p *= 2)
        values.push_back(p);
    values.push_back(cores);
    return values;
}

SliderRange slider_range(const content::Slider& slider, const protocol::Machine& machine) {
    const auto here = [&](const content::Bound& bound) {
        return bound.on(machine.cores, machine.simd_lanes_f32);
    };
    const double low = here(slider.low);
    // A unit of one lane has no such range; what the lesson begins with is possible all the same.
    const double high = slider.high.lanes ? std::max(low, here(slider.high)) : here(slider.high);
    // "from 2 to cores" on one core: the slider stands at what there is.
    const double lowest = std::min(low, high);
    return {std::clamp(here(slider.start), lowest, high), lowest, high};
}

double fitted(const content::Slider& slider, const protocol::Machine& machine, bool whole,
              double value) {
    const SliderRange range = slider_range(slider, machine);
    if (!std::isfinite(value))
        return range.start;
    value = std::clamp(value, range.low, range.high);
    if (!slider.stops.empty())
        return *std::ranges::min_element(slider.stops, {},
                                         [value](double stop) { return std::abs(stop - value); });
    return whole ? std::clamp(std::round(value), range.low, range.high) : value;
}

namespace {

std::string range_words(const ParameterInfo& info) {
    if (!info.choices.empty())
        return fmt::format("one of {}", fmt::join(info.choices, ", "));
    std::string words =
        fmt::format("{} to {}", format_number(info.low, 6), format_number(info.high, 6));
    if (const std::string unit = unit_words(info.unit); !unit.empty())
        words += " " + unit;
    return info.whole ? words + ", whole numbers" : words;
}

} // namespace

Result<void> check_parameter(const protocol::Catalogue& catalogue, const std::string& workload,
                             const std::string& name, double value) {
    const auto info = parameter_info(catalogue, workload, name);
    if (!info) {
        std::vector<std::string> names{"p"};
        if (const auto* known = catalogue.workload(workload))
            for (const ParameterInfo& parameter : known->parameters)
                names.push_back(parameter.name);
        const auto nearest = nearest_names(name, names);
        return fail(name, fmt::format("{} has no such parameter.", workload),
                    nearest.empty() ? fmt::format("It has {}.", fmt::join(names, ", "))
                                    : fmt::format("Did you mean {}?", fmt::join(nearest, " or ")));
    }
    const bool inside = value >= info->low && value <= info->high;
    if (!inside || (info->whole && value != std::round(value)))
        return fail(name, fmt::format("{} cannot be; it is {}.", format_number(value, 6),
                                      range_words(*info)));
    return {};
}

std::string value_words(const ParameterInfo& info, double value, bool percent) {
    if (percent || info.unit == "share")
        return format_percent(value, 3);
    const auto index = static_cast<std::size_t>(std::max(0.0, value));
    if (index < info.choices.size())
        return info.choices[index];
    return format_quantity(value, info.unit, 4);
}

} // namespace lockstep
