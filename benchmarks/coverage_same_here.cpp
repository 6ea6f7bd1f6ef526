// SPDX-License-Identifier: MIT
// 400 short comparisons of a thing with itself, on this machine: how often the interval holds 1.
#include "benchmarks/coverage.hpp"
#include "benchmarks/in_process.hpp"
#include "tests/kernels/measure/toys.hpp"

#include <cmath>
#include <fmt/format.h>

namespace lockstep::benchmarks {

/// Wilson's interval of a share (1927): what the trials themselves say of the true one.
static std::pair<double, double> share_interval(double held, double n) {
    constexpr double z = 1.959964;
    const double share = held / n, spread = z * z / n;
    const double middle = (share + spread / 2) / (1 + spread);
    const double half = z / (1 + spread) * std::sqrt(share * (1 - share) / n + spread / (4 * n));
    return {middle - half, middle + half};
}

static Result<Measured> measure() {
    constexpr int trials = 400;
    constexpr double budget_s = 0.1;
    int held = 0, known = 0, whole_range = 0;
    double rounds = 0;
    for (int i = 0; i < trials; ++i) {
        const Compared same = compare(toys::side(toys::serial), toys::side(toys::serial), budget_s);
        if (!same.ratio.bounded())
            continue; // every round was disturbed, or nearly
        ++known;
        held += same.ratio.contains(1) ? 1 : 0;
        whole_range += same.ratio.whole_range ? 1 : 0;
        rounds += same.ratio.n;
    }
    if (known < trials / 2)
        return fail("", fmt::format("{} of {} trials were disturbed.", trials - known, trials),
                    "Try again when the machine is quiet.");
    const auto [low, high] = share_interval(held, known);
    const double share = static_cast<double>(held) / known;
    return Measured{100 * share, share >= lowest_coverage && share <= highest_coverage,
                    fmt::format("{} of {} trials, [{:.1f}, {:.1f}] %, {:.0f} rounds on average, {} "
                                "showed their whole range",
                                held, known, 100 * low, 100 * high, rounds / known, whole_range)};
}

extern const Figure coverage_same_here{"coverage, A/A on this machine", "94-97.5 %", "%", &measure,
                                       "known: nobody states it"};

} // namespace lockstep::benchmarks
