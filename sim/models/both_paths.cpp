// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: every branch costs all of its paths, whether or not a lane takes
// them.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"paths", "paths", "", 2, 64, 2},
};

static double value(const Values& values) {
    return read(parameters, values, "paths");
}

extern const Model both_paths_model{
    .name = "both_paths",
    .title = "An if always costs both",
    .formula = R"(\frac{T}{T_1} = k)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Vector code goes through all paths of a branch every time and throws away what "
                "is not wanted.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
