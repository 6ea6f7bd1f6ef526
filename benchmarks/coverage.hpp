// SPDX-License-Identifier: MIT
// What the figures of coverage have in common: the goal, and how a share is printed.
#pragma once

#include "benchmarks/figure.hpp"
#include "tests/sim/stats/trials.hpp"

#include <vector>

namespace lockstep::benchmarks {

inline constexpr double lowest_coverage = 0.94, highest_coverage = 0.975;

struct NamedCoverage {
    std::string name;
    stats::Coverage found;
};

/// The worst of them, farthest from 95 %, with all of them in the note.
Measured worst_coverage(const std::vector<NamedCoverage>& all, const std::string& beside = {});

} // namespace lockstep::benchmarks
