// SPDX-License-Identifier: MIT
// Unpaired comparison of marks.
#include "app/experiment/compare_runs.hpp"

#include "app/experiment/estimates.hpp"
#include "sim/base/units.hpp"
#include "sim/stats/interval.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep {

namespace {

/// Why a mark cannot be held against another; empty when it can.
std::string why_not(const Run& run, const Estimate& mark) {
    if (mark.status == PointStatus::Disturbed)
        return "one of them was disturbed";
    if (mark.status == PointStatus::Wrong)
        return "one of them has a wrong result";
    if (mark.status == PointStatus::Unavailable)
        return "one of them is not available";
    const Point* point = run.point(mark.point);
    if (mark.provisional || !point)
        return "one of them has too few rounds";
    return {};
}

Unpaired undecided(std::string_view reason) {
    Unpaired difference;
    difference.reason = reason;
    return difference;
}

Unpaired::Verdict verdict_of(double ratio, bool differs) {
    return !differs    ? Unpaired::Verdict::Same
           : ratio > 1 ? Unpaired::Verdict::More
                       : Unpaired::Verdict::Less;
}

} // namespace

Unpaired compare_unpaired(const Run& now, const Estimate& mark, const Run& then,
                          const Estimate& other, double confidence) {
    for (const auto& [run, one] : {std::pair(&now, &mark), std::pair(&then, &other)})
        if (const std::string reason = why_not(*run, *one); !reason.empty())
            return undecided(reason);
    Unpaired difference;
    if (now.point(mark.point)->simulated != then.point(other.point)->simulated)
        return undecided("one of them was counted, the other timed");
    if (now.point(mark.point)->simulated) {
        difference.counted = true;
        difference.ratio = difference.low = difference.high =
            mark.value == other.value ? 1 : mark.value / other.value;
        difference.verdict = verdict_of(difference.ratio, mark.value != other.value);
        return difference;
    }
    const RoundValues here = round_values(now, mark), there = round_values(then, other);
    const auto interval = stats::unpaired_ratio_interval(here.values, there.values, confidence,
                                                         here.memory, there.memory);
    if (!interval.bounded())
        return undecided("one of them has too few rounds");
    difference.ratio = interval.value;
    difference.low = interval.low;
    difference.high = interval.high;
    difference.verdict = verdict_of(interval.value, stats::distinguishable(interval));
    return difference;
}

namespace {

struct Digits {
    std::string value, low, high;
};

/// Value and ends with as many places as the interval has.
Digits digits_of(double value, double low, double high) {
    const std::string text = format_with_interval(value, low, high).value;
    const auto point = text.find('.');
    const std::size_t places = point == text.npos ? 0 : text.size() - point - 1;
    return {text, fmt::format("{:.{}f}", low, places), fmt::format("{:.{}f}", high, places)};
}

} // namespace

std::string unpaired_words(const Unpaired& difference) {
    using Verdict = Unpaired::Verdict;
    if (difference.verdict == Verdict::Undecided)
        return fmt::format("cannot be compared: {}", difference.reason);
    if (difference.counted)
        return difference.verdict == Verdict::Same
                   ? "the same count"
                   : fmt::format("{} times as much, counted", format_number(difference.ratio, 4));
    const Digits digits = digits_of(difference.ratio, difference.low, difference.high);
    if (difference.verdict == Verdict::Same)
        return fmt::format("not distinguishable (unpaired, {} to {})", digits.low, digits.high);
    return fmt::format("{} times as much (unpaired, {} to {})", digits.value, digits.low,
                       digits.high);
}

std::string unpaired_sentence(const Estimate& now, const Estimate& then,
                              const Unpaired& difference) {
    if (difference.verdict == Unpaired::Verdict::Undecided)
        return unpaired_words(difference);
    const auto value = [&](const Estimate& mark) {
        return difference.counted ? format_number(mark.value, 6)
                                  : format_with_interval(mark.value, mark.low, mark.high).value;
    };
    return fmt::format("this run {}, that one {}: {}", value(now), value(then),
                       unpaired_words(difference));
}

const Estimate* same_mark(const Run& other, const Series& series, double x) {
    for (const Series& there : other.series)
        if (there.key() == series.key())
            return there.at(x);
    return nullptr;
}

} // namespace lockstep
