// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: what can overlap does, however much it is.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"chains", "loads that do not wait for each other", "", 1, 65536, 8},
};

static double value(const Values& values) {
    return read(parameters, values, "chains");
}

extern const Model every_chain_helps_model{
    .name = "every_chain_helps",
    .title = "Every chain helps",
    .formula = R"(S(c) = c)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Twice as many loads at once are twice as fast, and so on.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
