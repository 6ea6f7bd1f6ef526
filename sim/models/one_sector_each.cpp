// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: each lane fetches for itself, wherever its neighbours read.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"lanes", "lanes that read", "", 1, 32, 32},
};

static double value(const Values& values) {
    return read(parameters, values, "lanes");
}

extern const Model one_sector_each_model{
    .name = "one_sector_each",
    .title = "Each lane fetches its own",
    .formula = R"(n = 32)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "32 lanes ask for 32 values, and that is 32 transfers, near or far.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
