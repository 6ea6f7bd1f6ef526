// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: the last round is forgotten. Every chain up to p makes the job
// faster, and beyond p nothing is lost.
#include "sim/models/model.hpp"

#include <algorithm>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"chains", "customers, each a chain of steps", "", 1, 1024, 3},
    {"p", "workers", "", 1, 1048576, 2},
};

static double value(const Values& values) {
    return std::min(read(parameters, values, "chains"), read(parameters, values, "p"));
}

static double limit(const Values& values) {
    return read(parameters, values, "chains");
}

extern const Model ramp_model{
    .name = "ramp",
    .title = "One more chain, one times faster",
    .formula = R"(S = \min(c, p))",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Each chain keeps one more worker busy until all are, and from then on all stay "
                "busy.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
