// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: occupancy is speed, so that twice the warps take half the time.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"warps", "warps of a scheduler", "", 1, 64, 1},
};

static double value(const Values& values) {
    return read(parameters, values, "warps");
}

extern const Model every_warp_helps_model{
    .name = "every_warp_helps",
    .title = "Occupancy is speed",
    .formula = R"(S(w) = w)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Every warp that fits makes the SM faster, up to the last one.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
