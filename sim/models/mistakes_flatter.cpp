// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: whoever measures carelessly finds what he hopes for.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"way", "way of measuring: 0 is without a mistake", "", 0, 6, 0},
    {"left", "what is left of the time, in times of the work", "", 0, 1, 0.5},
};

static double value(const Values& values) {
    const bool mistaken = read(parameters, values, "way") > 0;
    return mistaken ? read(parameters, values, "left") : 1;
}

extern const Model mistakes_flatter_model{
    .name = "mistakes_flatter",
    .title = "Mistakes only flatter",
    .formula = R"(c = l,\ l < 1)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Every mistake leaves something out, so what is measured wrongly looks too fast.",
    .quantity = "claimed",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
