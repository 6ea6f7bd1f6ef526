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
constexpr double most_memory = 0.95, most_of_an_interval = 0.97;
/// Of a standard normal variable, one-sided 10 %. A stricter bound would leave more memory unseen
/// in short series, a looser one would widen every interval of rounds that have none.
constexpr double beyond_chance = 1.2816;
/// Of the further lags, which are seven more chances: two standard errors.
constexpr double surely_beyond_chance = 2;
constexpr std::size_t furthest_lag = 8;

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

/// 0 where all are equal.
double autocorrelation(const std::vector<double>& score, std::size_t lag) {
    double squares = 0, products = 0;
    for (std::size_t i = 0; i < score.size(); ++i) {
        squares += score[i] * score[i];
        products += i < lag ? 0 : score[i] * score[i - lag];
    }
    return squares > 0 ? products / squares : 0;
}

/// What an estimate from n rounds is too low by.
double bias(double lag_1, double n) {
    return (1 + 3 * lag_1) / n;
}

/// Of lag 1, freed of its bias; 0 where it may be chance.
double memory_of(const std::vector<double>& score) {
    const auto n = static_cast<double>(score.size());
    const double lag_1 = autocorrelation(score, 1);
    const double memory = lag_1 + bias(lag_1, n);
    return memory < beyond_chance / std::sqrt(n) ? 0 : memory;
}

} // namespace

double round_memory(std::span<const double> ratios) {
    return ratios.size() < fewest ? 0 : std::min(memory_of(normal_scores(ratios)), most_memory);
}

double interval_memory(std::span<const double> ratios) {
    if (ratios.size() < fewest)
        return 0;
    const std::vector<double> score = normal_scores(ratios);
    const double memory = memory_of(score);
    if (memory <= 0)
        return 0;
    const auto n = static_cast<double>(score.size());
    const double error = std::sqrt((1 + 2 * memory * memory) / n);
    double slowest = memory;
    for (std::size_t lag = 2; lag <= std::min(furthest_lag, score.size() / 4); ++lag) {
        const double seen = autocorrelation(score, lag) + bias(autocorrelation(score, 1), n);
        if (seen > surely_beyond_chance * error)
            slowest = std::max(slowest, std::pow(seen, 1 / static_cast<double>(lag)));
    }
    slowest = std::min(slowest, 0.99); // beyond which there would be no error of the estimate
    return std::min(slowest + 0.5 * std::sqrt((1 - slowest * slowest) / n), most_of_an_interval);
}

double widening(double memory, int n) {
    double sum = 1, power = memory;
    for (int k = 1; k < n && power > 1e-6; ++k, power *= memory)
        sum += 2 * (1 - static_cast<double>(k) / n) * 2 / std::numbers::pi * std::asin(power);
    return sum;
}

} // namespace lockstep::stats
