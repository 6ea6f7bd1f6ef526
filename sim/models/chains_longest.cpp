// SPDX-License-Identifier: MIT
// c chains of which the first is `longest` times as long as each of the others, on p workers. Free
// workers take the next chain in order, so the long one starts at once.
#include "sim/models/model.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"chains", "customers, each a chain of steps", "", 1, 1024, 3},
    {"longest", "largest customer, in times of the others", "×", 1, 64, 1},
    {"p", "workers", "", 1, 1048576, 2},
};

/// When the last customer is served, in times of a usual one. More workers than customers stand
/// idle.
static double time_to_serve(int chains, double longest, double p) {
    std::vector<double> free_at(static_cast<std::size_t>(std::clamp(p, 1.0, 1.0 * chains)), 0.0);
    for (int i = 0; i < chains; ++i)
        *std::ranges::min_element(free_at) += i == 0 ? longest : 1;
    return std::ranges::max(free_at);
}

static double value(const Values& values) {
    const auto chains = static_cast<int>(std::lround(read(parameters, values, "chains")));
    const double longest = read(parameters, values, "longest");
    const double p = read(parameters, values, "p");
    return (chains - 1 + longest) / time_to_serve(chains, longest, p);
}

static double limit(const Values& values) {
    const double longest = read(parameters, values, "longest");
    return (std::round(read(parameters, values, "chains")) - 1 + longest) / longest;
}

extern const Model chains_longest_model{
    .name = "chains_longest",
    .title = "Chains of which one is longer",
    .formula = R"(S(p) = \frac{c - 1 + \ell}{T(p)}, \quad )"
               R"(T(p) \ge \max\left(\ell, \frac{c - 1 + \ell}{p}\right))",
    .source = "R. L. Graham 1969, Bounds on multiprocessing timing anomalies, SIAM J. Appl. "
              "Math. 17(2): list scheduling",
    .sentence = "No number of workers finishes before the largest customer is served. T is found "
                "by serving the queue: whoever is free takes the next customer.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
