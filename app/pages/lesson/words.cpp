// SPDX-License-Identifier: MIT
#include "app/pages/lesson/words.hpp"

#include "app/experiment/counts.hpp"
#include "app/experiment/lookup.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::lab {

namespace {

using content::Quantity;

const protocol::ParameterInfo* parameter_of(const Session& session, const std::string& workload,
                                            const std::string& name) {
    const protocol::WorkloadInfo* info = session.catalogue.workload(workload);
    if (!info)
        return nullptr;
    for (const protocol::ParameterInfo& parameter : info->parameters)
        if (parameter.name == name)
            return &parameter;
    return nullptr;
}

/// "sectors a request", where the lesson says what is counted.
std::string counted_words(const content::Experiment& experiment) {
    return experiment.simulated ? experiment.simulated->words : std::string();
}

/// "multiply-adds for 24 bytes, k" with 8 -> "k = 8"; without a letter after the comma "size 8".
std::string named_value(const std::string& title, const std::string& value) {
    const std::size_t comma = title.find(',');
    if (comma != std::string::npos && title.size() == comma + 3)
        return title.substr(comma + 2) + " = " + value;
    return title.substr(0, comma) + " " + value;
}

std::string fixed_places(double value, int places) {
    return fmt::format("{:.{}f}", value, std::max(0, places));
}

int places_of(const std::string& number) {
    const std::size_t point = number.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

} // namespace

std::string count_words(int count) {
    static constexpr std::array<const char*, 13> words{"no",   "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};
    if (count >= 0 && count < static_cast<int>(words.size()))
        return words[static_cast<std::size_t>(count)];
    return std::to_string(count);
}

std::string x_title(const Session& session, const content::Experiment& experiment) {
    if (!experiment.x_words.empty())
        return experiment.x_words;
    if (experiment.x == "p")
        return "workers";
    const auto* parameter = parameter_of(session, experiment.workload, experiment.x);
    if (!parameter)
        return experiment.x;
    if (parameter->unit.empty() || experiment.x_percent)
        return parameter->words;
    return parameter->words + ", " + parameter->unit;
}

std::string y_title(const Session& session, const content::Lesson& lesson,
                    const content::Experiment& experiment) {
    if (!experiment.y_words.empty())
        return experiment.y_words;
    if (experiment.counts())
        return counted_words(experiment);
    if (experiment.quantity == Quantity::RelativeTime)
        return "times as long";
    if (experiment.quantity == Quantity::Claimed)
        return "claimed, in times of what it took";
    if (experiment.quantity == Quantity::Speedup) {
        if (experiment.x == "p")
            return "times as fast";
        const Values now = parameters_of(session, lesson, experiment);
        const double workers = value_of(now, "p", 0);
        if (workers < 1)
            return "times as fast";
        const int count = static_cast<int>(workers);
        return "times as fast, " + count_words(count) + (count == 1 ? " worker" : " workers");
    }
    const protocol::WorkloadInfo* info = session.catalogue.workload(experiment.workload);
    const std::string item = info && !info->item.empty() ? info->item : "item";
    if (experiment.quantity == Quantity::Rate)
        return item + "s a second, " + experiment.unit;
    return "time of one " + item + ", " + experiment.unit;
}

std::string baseline_words(const content::Experiment& experiment, double height) {
    if (experiment.quantity == Quantity::TimePerItem)
        return "one thread alone: " + y_phrase(experiment, height);
    constexpr std::string_view times = "times ";
    if (experiment.y_words.starts_with(times) && experiment.y_words.size() > times.size() + 10)
        return experiment.y_words.substr(times.size());
    if (experiment.quantity == Quantity::Claimed)
        return "what it took";
    return experiment.quantity == Quantity::Speedup ? "as fast as one worker" : "as long as before";
}

std::string chosen_baseline(const content::Experiment& experiment, const Run* run) {
    const bool other = run && experiment.quantity == Quantity::Speedup && !run->baseline.empty() &&
                       run->baseline != experiment.baseline;
    return other ? run->baseline : "";
}

std::vector<std::string> x_choices(const Session& session, const content::Experiment& experiment) {
    const auto* parameter = parameter_of(session, experiment.workload, experiment.x);
    return parameter ? parameter->choices : std::vector<std::string>{};
}

std::string slider_value_words(const SliderShown& slider, double value) {
    if (!slider.choices.empty()) {
        const auto index = static_cast<std::size_t>(std::max(0.0, std::round(value)));
        return index < slider.choices.size() ? slider.choices[index] : "";
    }
    return format_quantity(value, slider.unit, 3);
}

std::string x_phrase(const Session& session, const content::Experiment& experiment, double x) {
    if (std::string counted = counted_x(experiment, x); !counted.empty())
        return counted;
    if (experiment.x_percent)
        return format_percent(x, 3);
    const auto* parameter = parameter_of(session, experiment.workload, experiment.x);
    if (parameter && !parameter->choices.empty()) {
        const auto index = static_cast<std::size_t>(std::max(0.0, std::round(x)));
        return index < parameter->choices.size() ? parameter->choices[index] : "";
    }
    if (parameter && !parameter->unit.empty())
        return format_quantity(x, parameter->unit, 3);
    return named_value(x_title(session, experiment), format_quantity(x, "", 3));
}

std::string y_phrase(const content::Experiment& experiment, double y) {
    if (experiment.counts()) {
        const std::string words = counted_words(experiment);
        return format_number(y, 3) + (words.empty() ? "" : " " + words);
    }
    if (experiment.is_absolute())
        return format_number(y, 3, Zeros::Keep) +
               (experiment.unit.empty() ? "" : " " + experiment.unit);
    return format_number(y, 3, Zeros::Keep) + " times";
}

std::string readout(const Session& session, const content::Experiment& experiment, double x,
                    double y) {
    return x_phrase(session, experiment, x) + ": " + y_phrase(experiment, y);
}

ValueWords value_words_of(const Estimate& estimate) {
    if (estimate.low == estimate.high)
        return {format_number(estimate.value, 3, Zeros::Keep), {}, {}};
    const NumberWithInterval number =
        format_with_interval(estimate.value, estimate.low, estimate.high);
    const int places = places_of(number.value);
    return {number.value, fixed_places(estimate.low, places), fixed_places(estimate.high, places)};
}

std::string provenance_words(Provenance provenance, const std::string& origin) {
    if (provenance == Provenance::Measured)
        return "measured, now";
    if (provenance == Provenance::Simulated)
        return "simulated: PTX-level counts"; // the same on every machine and every day
    std::string words(name_of(provenance));
    return origin.empty() ? words : words + ", " + origin;
}

namespace {

/// What is said of a mark below its value.
std::string details_of(const Estimate& estimate, Provenance provenance, const Point* point,
                       std::string_view cache) {
    if (provenance == Provenance::Simulated)
        return point && point->counted ? point->counted->words() : std::string();
    if (estimate.provisional)
        return "pilot only";
    if (estimate.n == 0)
        return {};
    // A point that was disturbed too often keeps all of its rounds.
    const std::string caches = cache.empty() ? "" : fmt::format(" · {} caches", cache);
    if (estimate.status == PointStatus::Disturbed)
        return fmt::format("95 % interval of all {} rounds{}", estimate.n, caches);
    return fmt::format("95 % interval of {} rounds, {} left out{}", estimate.n,
                       estimate.disturbed == 0 ? "none" : std::to_string(estimate.disturbed),
                       caches);
}

std::string found_wrong(const Point* point) {
    if (point && point->counted)
        for (const protocol::FindingInfo& finding : point->counted->findings)
            if (!finding.remark)
                return "Found in the kernel: " + finding.message;
    return {};
}

} // namespace

Callout callout_of(const content::Experiment& experiment, const Estimate& estimate,
                   Provenance provenance, const std::string& origin, std::optional<double> guess,
                   const Point* point, std::string_view cache, CalloutWords length) {
    Callout callout;
    const bool brief = length == CalloutWords::Brief;
    const std::string kind = brief && provenance != Provenance::Recorded ? ""
                             : provenance == Provenance::Measured
                                 ? ", measured"
                                 : ", " + provenance_words(provenance, origin);
    const std::string unit = experiment.unit.empty() ? "" : " " + experiment.unit;
    const ValueWords words = provenance == Provenance::Simulated
                                 ? ValueWords{count_digits(estimate.value), {}, {}}
                                 : value_words_of(estimate);
    if (estimate.status == PointStatus::Wrong || estimate.status == PointStatus::Unavailable) {
        callout.headline = estimate.status != PointStatus::Wrong ? "not available"
                           : provenance == Provenance::Simulated ? "WRONG result: no count"
                                                                 : "WRONG result: no time";
        callout.reason = estimate.reason;
        return callout;
    }
    callout.headline = words.low.empty() ? fmt::format("{}{}{}", words.value, unit, kind)
                                         : fmt::format("{}{} [{}, {}]{}", words.value, unit,
                                                       words.low, words.high, kind);
    callout.details = details_of(estimate, provenance, point, brief ? "" : cache);
    if (guess) {
        if (!callout.details.empty())
            callout.details += " · ";
        callout.details += "you: " + format_number(*guess, 3, Zeros::Keep);
    }
    if (estimate.status == PointStatus::Disturbed)
        callout.reason = estimate.reason;
    else
        callout.reason = found_wrong(point);
    return callout;
}

/// Letters of a slider's words that have room beside a curve.
static constexpr std::size_t most_named = 16;

std::string setting_words(const std::vector<SliderShown>& sliders, const Values& setting,
                          const Values& now) {
    std::string words;
    for (const SliderShown& slider : sliders) {
        const auto then = setting.find(slider.parameter);
        if (then == setting.end())
            continue;
        const double current = value_of(now, slider.parameter, slider.value);
        if (same_setting({{slider.parameter, then->second}}, {{slider.parameter, current}}))
            continue;
        if (!words.empty())
            words += ", ";
        // "piece 50 ns", but no sentence beside a curve: a value says enough there.
        const bool named = slider.choices.empty() && slider.words.size() <= most_named;
        words += (named ? slider.words + " " : "") + slider_value_words(slider, then->second);
    }
    return words;
}

} // namespace lockstep::lab
