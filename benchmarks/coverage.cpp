// SPDX-License-Identifier: MIT
// The worst of several shares.
#include "benchmarks/coverage.hpp"

#include <cmath>
#include <fmt/format.h>

namespace lockstep::benchmarks {

Measured worst_coverage(const std::vector<NamedCoverage>& all, const std::string& beside) {
    Measured worst;
    worst.reached = true;
    double farthest = -1;
    for (const auto& [name, found] : all) {
        worst.note += fmt::format("{}{} {:.2f} % ({:.0f} rounds)", worst.note.empty() ? "" : ", ",
                                  name, 100 * found.share, found.rounds);
        worst.reached =
            worst.reached && found.share >= lowest_coverage && found.share <= highest_coverage;
        if (std::abs(found.share - 0.95) > farthest) {
            farthest = std::abs(found.share - 0.95);
            worst.value = 100 * found.share;
        }
    }
    worst.note = "2000 trials each: " + worst.note + beside;
    return worst;
}

} // namespace lockstep::benchmarks
