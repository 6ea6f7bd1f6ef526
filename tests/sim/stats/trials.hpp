// SPDX-License-Identifier: MIT
// Whole comparisons of two equal sides on a simulated machine, carried out as the bench and the
// front do it: pilot, a number of rounds fixed once, balanced order, the interval of the rounds
// after the pilot. How often the interval holds the true ratio, 1, is the coverage.
#pragma once

#include "noise.hpp"
#include "sim/stats/interval.hpp"
#include "sim/stats/memory.hpp"
#include "sim/stats/rounds.hpp"

#include <functional>
#include <memory>

namespace lockstep::stats {

/// What the next sample of a side takes; its median is the same for both sides.
using SimulatedTimes = std::function<double(int side)>;
/// A machine for each trial.
using MakeTimes = std::function<SimulatedTimes(Random& random)>;

/// Each sample by itself: lognormal, and every tenth is late by an exponential time.
inline SimulatedTimes skewed(Random& random) {
    return [&random](int) {
        const double late = random.uniform() < 0.1 ? 0.2 * exponential(random) : 0;
        return lognormal(random, 0.01) * (1 + late);
    };
}

/// One step of an autoregression of first order, whose variance stays 1.
inline double next_step(Random& random, double step, double memory) {
    return memory * step + std::sqrt(1 - memory * memory) * normal(random);
}

/// The machine's state goes on from sample to sample, whichever side is timed: clock, neighbours.
inline MakeTimes machine_remembers(double memory) {
    return [memory](Random& random) -> SimulatedTimes {
        const auto state = std::make_shared<double>(normal(random));
        return [&random, state, memory](int) {
            *state = next_step(random, *state, memory);
            return std::exp(0.01 * *state);
        };
    };
}

/// Each side has a state of its own, which goes on from round to round: pairing takes nothing out.
inline MakeTimes sides_remember(double memory) {
    return [memory](Random& random) -> SimulatedTimes {
        const auto state =
            std::make_shared<std::vector<double>>(std::vector{normal(random), normal(random)});
        return [&random, state, memory](int side) {
            double& own = (*state)[static_cast<std::size_t>(side)];
            own = next_step(random, own, memory);
            return std::exp(0.01 * own);
        };
    };
}

/// The same under noise that remembers nothing, as large as what does: the first lag shows half.
inline MakeTimes sides_remember_under_noise(double memory) {
    return [memory](Random& random) -> SimulatedTimes {
        const SimulatedTimes own = sides_remember(memory)(random);
        return [&random, own](int side) { return own(side) * lognormal(random, 0.01); };
    };
}

/// The interval that one run would show for the ratio of two equal sides.
inline Interval one_run(const SimulatedTimes& times, double relative_width, int most_rounds) {
    int round = 0;
    std::vector<double> a, b, ratios;
    const auto next_round = [&] {
        double time[2] = {};
        for (const int side : williams_order(2, round++))
            time[side] = times(side);
        a.push_back(time[0]);
        b.push_back(time[1]);
        if (round > 1) // the first was a first look
            ratios.push_back(time[0] / time[1]);
    };
    while (round < pilot_rounds)
        next_round();
    const int n = rounds_needed(ratios, relative_width, most_rounds);
    a.clear();
    b.clear();
    for (int i = 0; i < n; ++i)
        next_round();
    return ratio_interval(a, b, interval_memory(ratios));
}

struct Coverage {
    double share = 0;       ///< of the trials whose interval holds 1
    double whole_range = 0; ///< of those that nothing but all samples could say
    double rounds = 0;      ///< on average
};

inline Coverage coverage_of(const MakeTimes& make, double relative_width, std::uint64_t seed,
                            int trials = 2000) {
    constexpr int most_rounds = 401; // as the budget of a run would
    Random random(seed);
    Coverage found;
    for (int i = 0; i < trials; ++i) {
        const Interval ratio = one_run(make(random), relative_width, most_rounds);
        found.share += ratio.contains(1) ? 1.0 / trials : 0;
        found.whole_range += ratio.whole_range ? 1.0 / trials : 0;
        found.rounds += static_cast<double>(ratio.n) / trials;
    }
    return found;
}

} // namespace lockstep::stats
