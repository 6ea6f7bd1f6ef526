// SPDX-License-Identifier: MIT
// A wrong reading, as a curve, of coalescing and of banks: the further apart the lanes, the slower,
// without end.
#include "sim/models/model.hpp"

#include <algorithm>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"stride", "distance of neighbouring lanes", "words", 0, 1024, 1},
};

static double value(const Values& values) {
    return std::max(1.0, read(parameters, values, "stride"));
}

extern const Model stride_proportional_model{
    .name = "stride_proportional",
    .title = "Twice as far is twice as slow",
    .formula = R"(\frac{T}{T_1} = s)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "The time follows the distance: whoever spreads the values twice as far waits "
                "twice as long.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
