// SPDX-License-Identifier: MIT
// Counts as values of marks.
#include "app/experiment/counts.hpp"

#include "sim/base/units.hpp"

#include <cmath>
#include <cstdlib>
#include <fmt/format.h>

namespace lockstep {

namespace {

/// Copies a state that leaves nothing to count; false when there is something.
bool put_status(Estimate& made, const Point& point) {
    if (point.status == PointStatus::Ok)
        return false;
    made.status = point.status;
    made.reason = point.reason;
    return true;
}

void put(Estimate& made, double value) {
    made.value = made.low = made.high = made.with_all = value;
    made.n = 1;
}

/// Infinite over a count of 0: more, and no number says how many times.
double ratio_of(double above, double below) {
    return above == below ? 1 : above / below;
}

void put_missing(Estimate& made, std::string reason) {
    made.status = PointStatus::Unavailable;
    made.reason = std::move(reason);
}

} // namespace

std::string count_digits(double value) {
    if (value == std::round(value) && std::abs(value) < 1e6)
        return fmt::format("{:.0f}", value);
    // 0.8125 is exactly that; 17.9142857 is not 17.91.
    const std::string four = format_number(value, 4);
    return std::strtod(four.c_str(), nullptr) == value ? four : format_number(value, 3);
}

std::optional<double> count_of(const Run& run, const Point& point) {
    if (!run.count || !point.counted)
        return std::nullopt;
    const auto counter = [&](const std::string& name) -> std::optional<double> {
        if (name.empty())
            return 1;
        if (name == "item")
            return point.items;
        const auto found = point.counted->counters.find(name);
        if (found == point.counted->counters.end())
            return std::nullopt;
        return found->second;
    };
    const auto of = counter(run.count->of), per = counter(run.count->per);
    if (!of || !per)
        return std::nullopt;
    // Nothing of nothing: no request, and so no sector.
    const double value = *of == 0 ? 0 : *of / *per;
    if (!std::isfinite(value))
        return std::nullopt;
    return value;
}

Estimate compare_counts(const Run& run, const Point& a, const Point& b) {
    Estimate made;
    made.point = a.id;
    made.baseline = b.id;
    if (put_status(made, a) || put_status(made, b))
        return made;
    const auto above = count_of(run, a), below = count_of(run, b);
    if (!above || !below)
        return made;
    const bool speedup = run.quantity == "speedup";
    put(made, speedup ? ratio_of(*below, *above) : ratio_of(*above, *below));
    return made;
}

Estimate counted_estimate(const Run& run, const Estimate& mark) {
    Estimate made;
    const Point* point = run.point(mark.point);
    const Point* baseline = run.point(mark.baseline);
    if (point && baseline && run.quantity != "count") {
        made = compare_counts(run, *point, *baseline);
        if (!std::isfinite(made.value)) {
            made = {};
            put_missing(made, "what it is compared with has a count of 0");
        }
    } else if (point && run.quantity == "count" && !put_status(made, *point)) {
        if (const auto value = count_of(run, *point)) {
            put(made, *value);
        } else if (point->counted && run.count) {
            put_missing(made, fmt::format("it has no {} to count per", run.count->per));
        }
    }
    made.x = mark.x;
    made.point = mark.point;
    made.baseline = mark.baseline;
    return made;
}

} // namespace lockstep
