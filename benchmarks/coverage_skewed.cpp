// SPDX-License-Identifier: MIT
// How often the 95 % interval holds the truth when noise has a long tail to the right.
#include "benchmarks/coverage.hpp"

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    return worst_coverage({{"few rounds", stats::coverage_of(&stats::skewed, 0.05, 11)},
                           {"many", stats::coverage_of(&stats::skewed, 0.01, 12)}});
}

extern const Figure coverage_skewed{"coverage, skewed noise", "94-97.5 %", "%", &measure};

} // namespace lockstep::benchmarks
