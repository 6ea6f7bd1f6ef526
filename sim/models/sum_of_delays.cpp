// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: the delays of all workers are added up, as if they were served one
// after the other. The first terms of the binomial are the same, so it is right for few workers.
#include "sim/models/model.hpp"

#include <limits>

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
    return b * (1 + read(parameters, values, "p") * q * (k - 1));
}

static double limit(const Values& values) {
    const bool delayed = value(values) > read(parameters, values, "base_ms");
    return delayed ? std::numeric_limits<double>::infinity() : value(values);
}

extern const Model sum_of_delays_model{
    .name = "sum_of_delays",
    .title = "Delays add up",
    .formula = R"(T(p) = b\,(1 + p\,q\,(k-1)))",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Every worker adds its share of delay, so the step grows in a straight line with "
                "the workers.",
    .quantity = "time_ms",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
