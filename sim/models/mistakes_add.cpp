// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: whatever is done wrong can only make a measurement longer.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"way", "way of measuring: 0 is without a mistake", "", 0, 6, 0},
    {"more", "what a mistake adds, in times of the work", "", 0, 10, 0.7},
};

static double value(const Values& values) {
    const bool mistaken = read(parameters, values, "way") > 0;
    return mistaken ? 1 + read(parameters, values, "more") : 1;
}

extern const Model mistakes_add_model{
    .name = "mistakes_add",
    .title = "Mistakes only add time",
    .formula = R"(c = 1 + m)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "A program cannot be faster than it is, so what is measured wrongly is measured "
                "as too long.",
    .quantity = "claimed",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
