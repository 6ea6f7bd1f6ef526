// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: the gain grows in proportion to the shared part. It is right at
// both ends, and too high everywhere between.
#include "sim/models/model.hpp"

#include <limits>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"f", "part that can be shared out", "", 0, 1, 0.5},
    {"p", "workers", "", 1, 1048576, 2},
};

static double value(const Values& values) {
    const double f = read(parameters, values, "f");
    const double p = read(parameters, values, "p");
    return 1 + f * (p - 1);
}

static double limit(const Values& values) {
    return read(parameters, values, "f") > 0 ? std::numeric_limits<double>::infinity() : 1;
}

extern const Model straight_line_model{
    .name = "straight_line",
    .title = "Half shared is half the gain",
    .formula = R"(S = 1 + f\,(p - 1))",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Sharing out half of the job gives half of the gain that sharing out all of it "
                "gives.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
