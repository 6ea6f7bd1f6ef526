// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: workers create parallelism, so that even a single chain is p times
// as fast. From two chains on it is the right curve.
#include "sim/models/model.hpp"

#include <limits>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"chains", "customers, each a chain of steps", "", 1, 1024, 3},
    {"p", "workers", "", 1, 1048576, 2},
};

extern const Model chains_model;

static double value(const Values& values) {
    const double c = read(parameters, values, "chains");
    const double p = read(parameters, values, "p");
    return c < 1.5 ? p : chains_model.value(values);
}

static double limit(const Values& values) {
    const double c = read(parameters, values, "chains");
    return c < 1.5 ? std::numeric_limits<double>::infinity() : c;
}

extern const Model high_at_one_model{
    .name = "high_at_one",
    .title = "Workers share out even one chain",
    .formula = R"(S = \begin{cases} p & c = 1 \\ c / \lceil c/p \rceil & c > 1 \end{cases})",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "A single chain is shared out among the workers like any other work.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
