// SPDX-License-Identifier: MIT
// The same with what all paths have in common: loads, stores and the loop round them are done once
// for the whole group, whichever way its lanes go.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"group", "lanes that share one instruction (W; 0: as many as usual here)", "", 0, 1024, 0},
    {"leave", "lanes that take another path", "", 0, 1024, 1},
    {"paths", "paths", "", 2, 64, 2},
    {"order", "how the paths lie: 0 mixed, 1 sorted by path, 2 by chance", "", 0, 2, 0},
    {"length", "length of a path (s)", "operations", 1, 256, 64},
    {"shared", "shared part (a)", "operations", 0, 256, 8},
};

extern const Model divergence_model;

static double value(const Values& values) {
    const double s = read(parameters, values, "length");
    const double a = read(parameters, values, "shared");
    return (a + divergence_model.value(values) * s) / (a + s);
}

extern const Model divergence_shared_model{
    .name = "divergence_shared",
    .title = "Paths with a shared part",
    .formula = R"(\frac{T}{T_1} = \frac{a + k\,s}{a + s})",
    .source = "The model of the paths taken, extended by a part that all lanes go through "
              "together",
    .sentence = "Only the paths are walked one after the other; what they share is done once. "
                "With short paths the shared part is most of the time and the price of parting is "
                "small.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
