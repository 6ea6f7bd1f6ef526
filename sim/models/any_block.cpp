// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: how threads are cut into blocks costs nothing.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"level", "share of lanes", "", 0, 1024, 1},
};

static double value(const Values& values) {
    return read(parameters, values, "level");
}

extern const Model any_block_model{
    .name = "any_block",
    .title = "Any block will do",
    .formula = R"(u = 1)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "The same threads do the same work, however they are cut into blocks.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
