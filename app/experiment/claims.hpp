// SPDX-License-Identifier: MIT
// What ways of measuring claim of a work, held against what it took in the same rounds.
#pragma once

#include "app/experiment/live_number.hpp"
#include "app/experiment/run.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace lockstep {

/// What a sample says of the work: the claim of a variant that measures, else its time. ns.
double said_ns(const Point& point, std::size_t sample);

/// Of a Claimed run: each round's claim in times of what the work took in it, disturbed rounds left
/// out; of the pilot while there are no others. Empty where there is nothing to hold it against.
std::vector<double> claims_of(const Run& run, const Estimate& mark);

/// {{claimed}}: the median claim as a time. {{lowest}}, {{highest}}: how far off single claims lay.
std::optional<LiveNumber> claim_number(const Run& run, const Estimate& mark, std::string_view name);

} // namespace lockstep
