// SPDX-License-Identifier: MIT
// The speedup that everybody hopes for.
#include "sim/models/model.hpp"

#include <limits>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"p", "workers", "", 1, 1048576, 2},
};

static double value(const Values& values) {
    return read(parameters, values, "p");
}

static double limit(const Values&) {
    return std::numeric_limits<double>::infinity();
}

extern const Model linear_model{
    .name = "linear",
    .title = "Linear speedup",
    .formula = R"(S(p) = p)",
    .source = "Definition of speedup at efficiency 1",
    .sentence =
        "p workers are p times as fast: nothing is serial, nobody waits, nothing is shared.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
