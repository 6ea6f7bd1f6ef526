// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: one thread waits for one load after the other.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"level", "times as fast", "", 0, 1024, 1},
};

static double value(const Values& values) {
    return read(parameters, values, "level");
}

extern const Model one_at_a_time_model{
    .name = "one_at_a_time",
    .title = "One load at a time",
    .formula = R"(S = 1)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "There is one thread, and the number of loads is the same: it takes as long.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
