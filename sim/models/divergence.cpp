// SPDX-License-Identifier: MIT
// W lanes share one instruction, so a group goes through every path that one of its lanes takes.
// All paths are equally long; the time is relative to that of one path.
#include "sim/models/group.hpp"
#include "sim/models/model.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"group", "lanes that share one instruction (W; 0: as many as usual here)", "", 0, 1024, 0},
    {"leave", "lanes that take another path", "", 0, 1024, 1},
    {"paths", "paths", "", 2, 64, 2},
    {"order", "how the paths lie: 0 mixed, 1 sorted by path, 2 by chance", "", 0, 2, 0},
};

/// How many different ones of k paths W lanes draw: each is missed by all with (1 - 1/k)^W.
static double paths_drawn(double k, double W) {
    return k * (1 - std::pow(1 - 1 / k, W));
}

/// Those that leave spread over the other paths, and if all leave nobody is left on the first.
static double paths_dealt(double k, double W, double leave) {
    const double leaving = std::clamp(std::round(leave), 0.0, W);
    const double others = std::min(leaving, k - 1);
    return leaving < W ? 1 + others : others;
}

static double value(const Values& values) {
    const double k = std::round(read(parameters, values, "paths"));
    const double W = lanes_of_group(values);
    const double order = std::round(read(parameters, values, "order"));
    // Sorted data gives each group one path; the few groups in which two paths meet are not
    // counted.
    if (order == 1)
        return 1;
    if (order == 2)
        return paths_drawn(k, W);
    return paths_dealt(k, W, read(parameters, values, "leave"));
}

extern const Model divergence_model{
    .name = "divergence",
    .title = "Paths taken one after the other",
    .formula = R"(\frac{T}{T_1} = \#\{\text{paths taken by at least one lane}\})",
    .source = "NVIDIA, CUDA C++ Programming Guide, Control flow instructions: the paths of a "
              "divergent branch are executed one after the other",
    .sentence = "It does not matter how many lanes leave, only whether any does: the group walks "
                "every path that somebody takes, one after the other.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
