// SPDX-License-Identifier: MIT
// 400 short comparisons of a thing with itself, on this machine: how often the interval holds 1.
#include "benchmarks/coverage.hpp"
#include "benchmarks/in_process.hpp"
#include "tests/kernels/measure/toys.hpp"

#include <algorithm>
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

/// Of trials with such a budget that ask for such a width. Those that were disturbed say nothing.
struct Trials {
    int held = 0, known = 0, whole_range = 0;
    double rounds = 0;
    double share() const { return static_cast<double>(held) / std::max(1, known); }
    std::string text() const {
        const auto [low, high] = share_interval(held, known);
        return fmt::format("{} of {} trials, [{:.1f}, {:.1f}] %, {:.0f} rounds on average", held,
                           known, 100 * low, 100 * high, rounds / std::max(1, known));
    }
};

static constexpr int trials = 400;

static Trials compare_often(double budget_s, double relative_width) {
    Trials found;
    for (int i = 0; i < trials; ++i) {
        const Compared same =
            compare(toys::side(toys::serial), toys::side(toys::serial), budget_s, relative_width);
        if (!same.ratio.bounded())
            continue; // every round was disturbed, or nearly
        ++found.known;
        found.held += same.ratio.contains(1) ? 1 : 0;
        found.whole_range += same.ratio.whole_range ? 1 : 0;
        found.rounds += same.ratio.n;
    }
    return found;
}

static Result<Measured> measure() {
    // Samples as a lesson's run has them, and as few rounds as a wide interval asks for; then those
    // of a run for which there is hardly any time.
    const Trials lessons = compare_often(4, 0.02), hasty = compare_often(0.1, 0.005);
    if (lessons.known < trials / 2)
        return fail("",
                    fmt::format("{} of {} trials were disturbed.", trials - lessons.known, trials),
                    "Try again when the machine is quiet.");
    const double share = lessons.share();
    return Measured{100 * share, share >= lowest_coverage && share <= highest_coverage,
                    fmt::format("{}, {} showed their whole range; in 0.1 s, with short samples, "
                                "{:.2f} %: {}",
                                lessons.text(), lessons.whole_range, 100 * hasty.share(),
                                hasty.text())};
}

extern const Figure coverage_same_here{"coverage, A/A on this machine", "94-97.5 %", "%", &measure,
                                       "known: nobody states it"};

} // namespace lockstep::benchmarks
