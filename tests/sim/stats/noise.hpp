// SPDX-License-Identifier: MIT
// Simulated timings whose true median is known: 1 for each of these kinds of noise.
#pragma once

#include "sim/base/random.hpp"

#include <cmath>
#include <numbers>
#include <vector>

namespace lockstep::stats {

/// Box and Muller 1958.
inline double normal(Random& random) {
    const double radius = std::sqrt(-2 * std::log(1 - random.uniform()));
    return radius * std::cos(2 * std::numbers::pi * random.uniform());
}

inline double lognormal(Random& random, double sigma) {
    return std::exp(sigma * normal(random));
}

/// Exponential waiting times, scaled so that half of them are below 1.
inline double exponential(Random& random) {
    return -std::log(1 - random.uniform()) / std::numbers::ln2;
}

/// Lognormal noise in which each sample's log keeps `memory` of the one before: AR(1), sigma 0.1.
inline std::vector<double> autocorrelated(Random& random, int n, double memory) {
    std::vector<double> samples;
    double log = normal(random);
    for (int i = 0; i < n; ++i) {
        samples.push_back(std::exp(0.1 * log));
        log = memory * log + std::sqrt(1 - memory * memory) * normal(random);
    }
    return samples;
}

} // namespace lockstep::stats
