// SPDX-License-Identifier: MIT
// c equal chains of work on p workers: a chain cannot be cut, so they are done in rounds of p.
#include "sim/models/model.hpp"

#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"chains", "customers, each a chain of steps", "", 1, 1024, 3},
    {"p", "workers", "", 1, 1048576, 2},
};

static double value(const Values& values) {
    const double c = read(parameters, values, "chains");
    const double p = read(parameters, values, "p");
    return c / std::ceil(c / p);
}

static double limit(const Values& values) {
    // Everybody has a worker of his own: one round.
    return read(parameters, values, "chains");
}

extern const Model chains_model{
    .name = "chains",
    .title = "Equal chains",
    .formula = R"(S(p) = \frac{c}{\lceil c/p \rceil})",
    .source = "R. L. Graham 1966, Bounds for certain multiprocessing anomalies; for equal jobs "
              "the rounds are exact",
    .sentence = "p workers finish p chains a round, and the last round takes as long as a full "
                "one however few chains are left for it. All chains are taken to be equally long.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
