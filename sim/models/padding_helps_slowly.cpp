// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: the more room between rows, the fewer conflicts.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"pad", "words added to each row", "words", 0, 1024, 1},
};

static double value(const Values& values) {
    return (1 + 32 / (1 + read(parameters, values, "pad"))) / 2;
}

extern const Model padding_helps_slowly_model{
    .name = "padding_helps_slowly",
    .title = "The more padding the better",
    .formula = R"(n = \frac{1}{2}\left(1 + \frac{32}{1 + q}\right))",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Each word of padding moves the lanes further apart, and they meet less often.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
