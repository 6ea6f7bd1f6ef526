// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: the average of one worker's step is taken for the step of all.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"base_ms", "a step without delay", "ms", 0.01, 1000, 2},
    {"chance", "share of steps in which a worker is slow", "", 0, 0.2, 0.02},
    {"factor", "a slow step, in times of a usual one", "×", 1, 16, 5},
    {"p", "workers", "", 1, 1048576, 2},
};

static double value(const Values& values) {
    const double b = read(parameters, values, "base_ms");
    const double q = read(parameters, values, "chance");
    const double k = read(parameters, values, "factor");
    return b * (1 + q * (k - 1));
}

static double limit(const Values& values) {
    return value(values);
}

extern const Model mean_model{
    .name = "mean",
    .title = "The average step",
    .formula = R"(T(p) = b\,(1 + q\,(k-1)))",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "A slow step is rare, so the average step is hardly longer, and the number of "
                "workers does not matter.",
    .quantity = "time_ms",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
