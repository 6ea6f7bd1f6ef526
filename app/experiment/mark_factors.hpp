// SPDX-License-Identifier: MIT
// What ate the speedup of a mark, in factors (measuring.md, "The gap, in factors"): of one pair of
// samples, the one whose ratio is the median.
#pragma once

#include "app/experiment/paired_rounds.hpp"

#include <optional>
#include <string_view>

namespace lockstep {

struct MedianPair {
    const Point &baseline, &point;
    RoundPair pair;
    double baseline_ns = 0; ///< T_b, for as many jobs as the point did
    double time_ns = 0;     ///< T
    int lanes = 1;          ///< of the machine's vector unit
};

/// Factors, lanes and the measured f of a variant with workers; of one on a card its factors and
/// what its copies would make of it. Whatever its samples do not say stays away.
void put_factors_of(Estimate& estimate, const MedianPair& of);

/// By its name in content::factor_names; nothing where the mark has no such factor.
std::optional<double> factor_of(const Estimate& estimate, std::string_view name);

} // namespace lockstep
