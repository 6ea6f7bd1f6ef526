// SPDX-License-Identifier: MIT
// Estimates from paired rounds (measuring rules 2, 3 and 5).
#include "app/experiment/estimates.hpp"

#include "app/experiment/claims.hpp"
#include "app/experiment/counts.hpp"
#include "app/experiment/kept_rounds.hpp"
#include "app/experiment/mark_factors.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep {

namespace {

void put(Estimate& estimate, const stats::Interval& interval, bool provisional) {
    estimate.value = interval.value;
    estimate.n = interval.n;
    estimate.provisional = provisional;
    estimate.whole_range = interval.whole_range;
    const bool shown = !provisional && interval.bounded();
    estimate.low = shown ? interval.low : interval.value;
    estimate.high = shown ? interval.high : interval.value;
    if (!shown)
        estimate.provisional = true;
}

/// Copies a state that leaves nothing to estimate; false when there is something.
bool put_status(Estimate& estimate, const Point& point) {
    if (point.status == PointStatus::Ok || point.status == PointStatus::Disturbed)
        return false;
    estimate.status = point.status;
    estimate.reason = point.reason;
    return true;
}

void put_disturbance(Estimate& estimate, const KeptRounds& rounds) {
    const int disturbed = rounds.disturbed();
    estimate.disturbed = rounds.kept().point_disturbed ? disturbed : rounds.kept().left_out;
    if (!rounds.kept().point_disturbed)
        return;
    estimate.status = PointStatus::Disturbed;
    estimate.reason = fmt::format("Another program used a core in {} of {} rounds; this run cannot "
                                  "decide.",
                                  disturbed, rounds.pairs().size());
}

/// What the mark of one point and its baseline is made of.
struct Sides {
    const Point* baseline;
    const Point& point;
    std::string_view quantity;
    double scale; ///< of a time: value = time * scale
    int lanes;    ///< of the machine's vector unit

    double baseline_ns(const RoundPair& pair) const {
        return quantity == "claimed" ? said_ns(*baseline, pair.baseline)
                                     : baseline->time_ns[pair.baseline];
    }
    double time_ns(const RoundPair& pair) const { return point.time_ns[pair.variant]; }
};

/// Above and below of the ratio whose median is the mark.
std::pair<RoundValue, RoundValue> quantity_of(const Sides& sides) {
    const RoundValue time = [&sides](const RoundPair& pair) { return sides.time_ns(pair); };
    if (sides.quantity == "rate")
        return {[&sides](const RoundPair&) { return 1 / sides.scale; }, time};
    if (sides.quantity == "time_per_item")
        return {time, [&sides](const RoundPair&) { return 1 / sides.scale; }};
    const RoundValue base = [&sides](const RoundPair& pair) { return sides.baseline_ns(pair); };
    if (sides.quantity == "relative_time")
        return {time, base};
    if (sides.quantity == "claimed")
        return {[&sides](const RoundPair& pair) { return said_ns(sides.point, pair.variant); },
                base};
    return {base, time};
}

/// The pair whose ratio is the median, and what ate the speedup in it.
void put_factors(Estimate& estimate, const Sides& sides, const KeptRounds& rounds) {
    // What a variant says of the work is not what it did itself.
    if (!sides.baseline || sides.quantity == "claimed")
        return;
    const std::vector<RoundPair>& pairs = rounds.pairs();
    const std::vector<std::size_t>& kept = rounds.kept().pairs;
    std::vector<double> ratios;
    const auto [above, below] = quantity_of(sides);
    for (const std::size_t index : kept)
        ratios.push_back(above(pairs[index]) / below(pairs[index]));
    const int median = stats::median_pair(ratios);
    if (median < 0)
        return;
    const RoundPair& pair = pairs[kept[static_cast<std::size_t>(median)]];
    put_factors_of(estimate, {.baseline = *sides.baseline,
                              .point = sides.point,
                              .pair = pair,
                              // Two workers with a job each do in one time what the baseline needs
                              // two for.
                              .baseline_ns = sides.baseline_ns(pair) * sides.point.jobs,
                              .time_ns = sides.time_ns(pair),
                              .lanes = sides.lanes});
}

Estimate estimate_of(const Sides& sides, Estimate made) {
    const KeptRounds rounds(sides.baseline, sides.point);
    if (rounds.pairs().empty())
        return made;
    const auto [above, below] = quantity_of(sides);
    put(made, rounds.interval(above, below), rounds.pairs().front().pilot);
    made.with_all = rounds.with_all(above, below);
    put_disturbance(made, rounds);
    put_factors(made, sides, rounds);
    return made;
}

} // namespace

double nanoseconds_per(std::string_view unit) {
    return unit == "us" || unit == "µs" ? 1e3 : unit == "ms" ? 1e6 : unit == "s" ? 1e9 : 1;
}

namespace {

/// What the mark is made of; nothing where that leaves nothing to estimate, and `made` says why.
std::optional<Sides> sides_of(const Run& run, const Estimate& mark, Estimate& made) {
    const Point* point = run.point(mark.point);
    const Point* baseline = run.point(mark.baseline);
    if (!point || put_status(made, *point))
        return std::nullopt;
    // A time needs no partner: without a baseline it has a value and no factors.
    const bool per_item = run.quantity == "time_per_item" || run.quantity == "rate";
    if (baseline && per_item) {
        Estimate ignored;
        if (put_status(ignored, *baseline))
            baseline = nullptr;
    } else if (baseline && put_status(made, *baseline)) {
        return std::nullopt;
    }
    if (!baseline && !per_item)
        return std::nullopt;
    const double items = point->items > 0 ? point->items : 1;
    return Sides{baseline, *point, run.quantity, 1 / (items * nanoseconds_per(run.unit)),
                 run.machine.simd_lanes_f32};
}

} // namespace

Estimate estimate(const Run& run, const Estimate& mark) {
    Estimate made;
    made.x = mark.x;
    made.point = mark.point;
    made.baseline = mark.baseline;
    if (const Point* point = run.point(mark.point); point && point->simulated)
        return counted_estimate(run, mark);
    const auto sides = sides_of(run, mark, made);
    return sides ? estimate_of(*sides, made) : made;
}

RoundValues round_values(const Run& run, const Estimate& mark) {
    RoundValues found;
    Estimate made;
    const Point* point = run.point(mark.point);
    const auto sides = point && !point->simulated ? sides_of(run, mark, made) : std::nullopt;
    if (!sides)
        return found;
    const KeptRounds rounds(sides->baseline, sides->point);
    if (rounds.pairs().empty() || rounds.pairs().front().pilot)
        return found;
    const auto [above, below] = quantity_of(*sides);
    for (const std::size_t index : rounds.kept().pairs)
        found.values.push_back(above(rounds.pairs()[index]) / below(rounds.pairs()[index]));
    found.memory = rounds.memory(above, below);
    return found;
}

void update_series(Run& run) {
    for (Series& series : run.series) {
        if (series.provenance == Provenance::Model || series.provenance == Provenance::Predicted)
            continue;
        for (Estimate& mark : series.points)
            if (!series.is_simulated() || run.point(mark.point)) // a file may lack its points
                mark = estimate(run, mark);
    }
}

Estimate compare_points(const Run& run, const Point& a, const Point& b) {
    if (a.simulated && b.simulated)
        return compare_counts(run, a, b);
    Estimate made;
    made.point = a.id;
    made.baseline = b.id;
    if (put_status(made, a) || put_status(made, b))
        return made;
    const KeptRounds rounds(&b, a);
    if (rounds.pairs().empty())
        return made;
    // Of times and rates the ratio is that of two times, corrected by the items below.
    const std::string_view as = run.quantity == "rate"            ? "speedup"
                                : run.quantity == "time_per_item" ? "relative_time"
                                                                  : std::string_view(run.quantity);
    const Sides sides{&b, a, as, 1, 1};
    const auto [above, below] = quantity_of(sides);
    stats::Interval interval = rounds.interval(above, below);
    if (as != run.quantity && a.items > 0 && b.items > 0) {
        const double items = run.quantity == "rate" ? a.items / b.items : b.items / a.items;
        interval.value *= items;
        interval.low *= items;
        interval.high *= items;
    }
    put(made, interval, rounds.pairs().front().pilot);
    put_disturbance(made, rounds);
    return made;
}

Estimate time_of(const Run& run, const Point& point) {
    Estimate made;
    made.point = point.id;
    if (put_status(made, point))
        return made;
    return estimate_of({nullptr, point, "time_per_item", 1, run.machine.simd_lanes_f32}, made);
}

std::optional<double> baseline_per_item(const Run& run) {
    for (const Series& series : run.series)
        for (const Estimate& mark : series.points) {
            const Point* baseline = run.point(mark.baseline);
            if (!baseline || mark.status != PointStatus::Ok)
                continue;
            const Estimate time = time_of(run, *baseline);
            const double items = baseline->items > 0 ? baseline->items : 1;
            if (time.n > 0)
                return time.value / items / nanoseconds_per(run.unit);
        }
    return std::nullopt;
}

std::string faster_than_baseline(const Run& run) {
    std::string fastest;
    double least = 1;
    for (const Series& series : run.series)
        for (const Estimate& mark : series.points) {
            const Point* point = run.point(mark.point);
            const Point* baseline = run.point(mark.baseline);
            if (!point || !baseline || point->simulated || point->parameters.contains("p"))
                continue;
            if (point->variant == baseline->variant || mark.provisional)
                continue;
            const auto ratio =
                KeptRounds(baseline, *point)
                    .interval(
                        [&](const RoundPair& pair) { return point->time_ns[pair.variant]; },
                        [&](const RoundPair& pair) { return baseline->time_ns[pair.baseline]; });
            if (!stats::distinguishable(ratio) || ratio.high >= least)
                continue;
            least = ratio.high;
            fastest = point->variant;
        }
    return fastest;
}

} // namespace lockstep
