// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: the price of parting follows the number of lanes that leave, and is
// largest when half of them do.
#include "sim/models/group.hpp"
#include "sim/models/model.hpp"

#include <algorithm>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"group", "lanes that share one instruction (W; 0: as many as usual here)", "", 0, 1024, 0},
    {"leave", "lanes that take another path", "", 0, 1024, 1},
};

static double value(const Values& values) {
    const double W = lanes_of_group(values);
    const double m = std::clamp(read(parameters, values, "leave"), 0.0, W);
    return 1 + 2 * std::min(m, W - m) / W;
}

extern const Model tent_model{
    .name = "tent",
    .title = "The more lanes leave, the dearer",
    .formula = R"(\frac{T}{T_1} = 1 + \frac{2 \min(m, W - m)}{W})",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "A few lanes that leave cost a little, and half of them cost the most.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
