// SPDX-License-Identifier: MIT
// From samples to marks: paired rounds, disturbed ones left out, the factors of the median pair.
// Pure functions of the points; `check` calls them again on old run files.
#pragma once

#include "app/experiment/paired_rounds.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lockstep {

/// The estimate that keeps x, point and baseline of `mark` and makes everything else anew.
Estimate estimate(const Run& run, const Estimate& mark);

/// What a mark's rounds gave, one value each in the run's quantity and unit: those that the mark
/// itself is the median of, and how much they remember each other. Empty for a mark without rounds
/// after the pilot, and for a count.
struct RoundValues {
    std::vector<double> values;
    double memory = 0;
};
RoundValues round_values(const Run& run, const Estimate& mark);

/// Every measured or recorded series of the run anew.
void update_series(Run& run);

/// The ratio of two points' values with its paired interval: a over b in the run's quantity.
/// Provisional while only a pilot exists; status says which side cannot be used.
Estimate compare_points(const Run& run, const Point& a, const Point& b);

/// A one-thread variant that was timed in this run and is faster than the baseline beyond the
/// noise: its name, or empty.
std::string faster_than_baseline(const Run& run);

/// Time of one repetition, ns: the median of the rounds that count, with its interval.
Estimate time_of(const Run& run, const Point& point);

/// What an item of the baseline took, in the run's unit; of the first baseline that was timed.
std::optional<double> baseline_per_item(const Run& run);

/// "ns" of a TimePerItem experiment: 1, 1e3 for us, 1e6 for ms, 1e9 for s.
double nanoseconds_per(std::string_view unit);

} // namespace lockstep
