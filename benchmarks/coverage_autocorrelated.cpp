// SPDX-License-Identifier: MIT
// How often the 95 % interval holds the truth when one sample's noise goes on in the next: on a
// machine whose state goes on, and where each side has a state of its own.
#include "benchmarks/coverage.hpp"

#include <fmt/format.h>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    std::vector<NamedCoverage> all;
    for (const double memory : {0.3, 0.6, 0.9})
        all.push_back({fmt::format("machine's AR(1) {}", memory),
                       stats::coverage_of(stats::machine_remembers(memory), 0.01, 21)});
    for (const double memory : {0.2, 0.4, 0.6})
        all.push_back({fmt::format("sides' own {}", memory),
                       stats::coverage_of(stats::sides_remember(memory), 0.01, 22)});
    all.push_back({"sides' own 0.8", stats::coverage_of(stats::sides_remember(0.8), 0.01, 23)});
    all.push_back({"sides' own 0.6 under noise",
                   stats::coverage_of(stats::sides_remember_under_noise(0.6), 0.01, 24)});
    const auto hidden = stats::coverage_of(stats::sides_remember_under_noise(0.9), 0.01, 25);
    return worst_coverage(all, fmt::format("; beyond what such short runs can tell: sides' own 0.9 "
                                           "under noise {:.2f} %",
                                           100 * hidden.share));
}

extern const Figure coverage_autocorrelated{"coverage, autocorrelated noise", "94-97.5 %", "%",
                                            &measure};

} // namespace lockstep::benchmarks
