// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: unused words in a row change nothing.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"level", "passes of an access", "", 1, 32, 16.5},
};

static double value(const Values& values) {
    return read(parameters, values, "level");
}

extern const Model padding_wastes_model{
    .name = "padding_wastes",
    .title = "Padding is only waste",
    .formula = R"(n = \text{level})",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Words that nobody uses cannot make the others faster.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
