// SPDX-License-Identifier: MIT
// How many of k paths a group of W lanes takes when each lane draws its path at random: each path
// is missed by all lanes with probability (1 - 1/k)^W.
#include "sim/models/group.hpp"
#include "sim/models/model.hpp"

#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"group", "lanes that share one instruction (W; 0: as many as usual here)", "", 0, 1024, 0},
    {"paths", "paths", "", 2, 64, 2},
};

static double value(const Values& values) {
    const double k = read(parameters, values, "paths");
    const double W = lanes_of_group(values);
    return k * (1 - std::pow(1 - 1 / k, W));
}

extern const Model divergence_random_model{
    .name = "divergence_random",
    .title = "Paths taken by random data",
    .formula = R"(E = k\left(1 - \left(1 - \tfrac{1}{k}\right)^{W}\right))",
    .source = "Expected number of occupied cells: W. Feller 1968, An Introduction to "
              "Probability Theory I, section IX.3",
    .sentence = "With random data almost every group takes almost every path as soon as it has a "
                "few times as many lanes as there are paths.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
