// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: only blocks of less than a warp waste lanes.
#include "sim/models/model.hpp"

#include <algorithm>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"block", "threads of a block", "", 1, 1024, 256},
};

static double value(const Values& values) {
    return std::min(1.0, read(parameters, values, "block") / 32);
}

extern const Model at_least_a_warp_model{
    .name = "at_least_a_warp",
    .title = "Only small blocks waste lanes",
    .formula = R"(u = \min\left(1, \frac{b}{32}\right))",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "A block has to fill a warp. Once it does, any size is as good as another.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
