// SPDX-License-Identifier: MIT
// Normal scores, their autocorrelation, and what it does to a count of signs.
#include "sim/stats/memory.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace lockstep::stats {

namespace {

constexpr int fewest = 6;
constexpr double most_memory = 0.95;
/// Of a standard normal variable, one-sided 10 %. A stricter bound would leave more memory unseen
/// in short series, a looser one would widen every interval of rounds that have none.
constexpr double beyond_chance = 1.2816;

/// To within a hundredth, which is more than a score needs (Tukey's lambda distribution).
double normal_quantile(double share) {
    return 4.91 * (std::pow(share, 0.14) - std::pow(1 - share, 0.14));
}

/// Each ratio's place as a quantile of the normal distribution (Blom's, (rank - 3/8)/(n + 1/4));
/// equal ones share the middle of their ranks.
std::vector<double> normal_scores(std::span<const double> ratios) {
    std::vector<double> rising(ratios.begin(), ratios.end());
    std::ranges::sort(rising);
    const auto n = static_cast<double>(ratios.size());
    std::vector<double> scores;
    for (const double ratio : ratios) {
        const auto [low, high] = std::ranges::equal_range(rising, ratio);
        const auto below = static_cast<double>(low - rising.begin());
        const double rank = below + (static_cast<double>(high - low) + 1) / 2;
        scores.push_back(normal_quantile((rank - 0.375) / (n + 0.25)));
    }
    return scores;
}

} // namespace

double round_memory(std::span<const double> ratios) {
    const auto n = static_cast<double>(ratios.size());
    if (ratios.size() < fewest)
        return 0;
    const std::vector<double> score = normal_scores(ratios);
    double squares = 0, neighbours = 0;
    for (std::size_t i = 0; i < score.size(); ++i) {
        squares += score[i] * score[i];
        neighbours += i == 0 ? 0 : score[i] * score[i - 1];
    }
    if (!(squares > 0))
        return 0; // all are equal
    const double lag_1 = neighbours / squares;
    const double memory = lag_1 + (1 + 3 * lag_1) / n;
    return memory < beyond_chance / std::sqrt(n) ? 0 : std::min(memory, most_memory);
}

double widening(double memory, int n) {
    double sum = 1, power = memory;
    for (int k = 1; k < n && power > 1e-6; ++k, power *= memory)
        sum += 2 * (1 - static_cast<double>(k) / n) * 2 / std::numbers::pi * std::asin(power);
    return sum;
}

} // namespace lockstep::stats
