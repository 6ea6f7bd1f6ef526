// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: 128 bytes are 128 bytes, wherever they lie.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"lanes", "lanes that read", "", 1, 32, 32},
};

static double value(const Values& values) {
    return read(parameters, values, "lanes") / 8;
}

extern const Model sectors_packed_model{
    .name = "sectors_packed",
    .title = "Only what is asked for",
    .formula = R"(n = \frac{32}{8})",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "32 words of four bytes are four sectors of 32 bytes, wherever they lie.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
