// SPDX-License-Identifier: MIT
// Everybody waits for the slowest: a step is slow as soon as one of p workers is. Each worker is
// slow by chance, independently of the others and of the steps before.
#include "sim/models/model.hpp"

#include <cmath>

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
    const double p = read(parameters, values, "p");
    return b + (k - 1) * b * (1 - std::pow(1 - q, p));
}

static double limit(const Values& values) {
    const double slowest =
        read(parameters, values, "chance") > 0 ? read(parameters, values, "factor") : 1;
    return read(parameters, values, "base_ms") * slowest;
}

extern const Model straggler_model{
    .name = "straggler",
    .title = "Expected maximum of p",
    .formula = R"(T(p) = b + (k-1)\,b\left(1 - (1-q)^p\right))",
    .source = "Expected maximum of p independent two-valued times; for the effect J. Dean and "
              "L. A. Barroso 2013, The tail at scale, CACM 56(2)",
    .sentence = "With enough workers somebody is slow in nearly every step, and then nearly every "
                "step takes as long as the slow one.",
    .quantity = "time_ms",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
