// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: nothing changes. A level of 1 is the time of one worker, of one
// lane, of one thread.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"level", "the value everywhere", "", 0, 1024, 1},
};

static double value(const Values& values) {
    return read(parameters, values, "level");
}

extern const Model flat_model{
    .name = "flat",
    .title = "Nothing changes",
    .formula = R"(\frac{T}{T_1} = \text{level})",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Whoever works on their own data, or in their own lane, is disturbed by nobody.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
