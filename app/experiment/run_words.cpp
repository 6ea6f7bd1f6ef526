// SPDX-License-Identifier: MIT
// Words for a run, from the lesson where it has some, else from the catalogue.
#include "app/experiment/run_words.hpp"

#include "app/experiment/parameters.hpp"
#include "sim/base/units.hpp"

#include <fmt/format.h>
#include <optional>

namespace lockstep {

namespace {

std::optional<protocol::ParameterInfo> info_of(const Run& run, const PlotContext& context,
                                               std::string_view name) {
    static const protocol::Catalogue nothing;
    return parameter_info(context.catalogue ? *context.catalogue : nothing, run.workload, name);
}

std::string workload_title(const Run& run, const PlotContext& context) {
    const auto* known = context.catalogue ? context.catalogue->workload(run.workload) : nullptr;
    return known && !known->title.empty() ? known->title : run.workload;
}

std::string item_words(const Run& run, const PlotContext& context) {
    const auto* known = context.catalogue ? context.catalogue->workload(run.workload) : nullptr;
    return known && !known->item.empty() ? known->item : "item";
}

} // namespace

std::string x_words(const Run& run, const PlotContext& context) {
    if (context.experiment && !context.experiment->x_words.empty())
        return context.experiment->x_words;
    if (const auto info = info_of(run, context, run.x)) {
        const std::string words = info->words.empty() ? run.x : info->words;
        const std::string unit = unit_words(info->unit);
        return unit.empty() ? words : fmt::format("{}, {}", words, unit);
    }
    return run.x_unit.empty() ? run.x : fmt::format("{}, {}", run.x, unit_words(run.x_unit));
}

std::string y_words(const Run& run, const PlotContext& context) {
    if (context.experiment && !context.experiment->y_words.empty())
        return context.experiment->y_words;
    if (run.quantity == "speedup")
        return fmt::format("times as fast as {}", run.baseline);
    if (run.quantity == "relative_time")
        return fmt::format("times as long as {}", run.baseline);
    if (run.quantity == "rate")
        return fmt::format("{}s a second, {}", item_words(run, context), run.unit);
    if (run.quantity == "claimed")
        return "claimed, in times of what it took";
    if (run.quantity == "count" && run.count)
        return !run.count->words.empty() ? run.count->words
               : run.count->per.empty()  ? run.count->of
                                         : fmt::format("{} / {}", run.count->of, run.count->per);
    return fmt::format("time of one {}, {}", item_words(run, context), unit_words(run.unit));
}

std::string choice_words(const Run& run, const PlotContext& context, double x) {
    const auto info = info_of(run, context, run.x);
    if (!info || info->choices.empty() || x < 0)
        return {};
    const auto index = static_cast<std::size_t>(x);
    return index < info->choices.size() ? info->choices[index] : std::string{};
}

std::string x_value_words(const Run& run, const PlotContext& context, double x) {
    if (auto choice = choice_words(run, context, x); !choice.empty())
        return choice;
    if (context.experiment && context.experiment->x_percent)
        return format_percent(x, 3);
    return format_number(x, 6);
}

std::string run_title(const Run& run, const PlotContext& context) {
    const std::string tab = context.experiment && !context.experiment->tab.empty()
                                ? context.experiment->tab + ", "
                                : "";
    return fmt::format("{}: {}{}", workload_title(run, context), tab, y_words(run, context));
}

std::vector<std::string> settings_words(const Run& run, const PlotContext& context) {
    std::vector<std::string> settings;
    for (const auto& [name, value] : run.parameters) {
        if (name == run.x || name == caches_parameter)
            continue;
        const auto info = info_of(run, context, name);
        settings.push_back(info ? fmt::format("{}: {}", info->words.empty() ? name : info->words,
                                              value_words(*info, value))
                                : fmt::format("{}: {}", name, format_number(value, 6)));
    }
    if (run.quantity == "count")
        return settings; // what is counted does not ask what a cache holds
    settings.emplace_back(run.cache == "cold" ? "caches: cold, emptied before each sample"
                                              : "caches: warm, as the repetition before left them");
    return settings;
}

} // namespace lockstep
