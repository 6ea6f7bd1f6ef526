// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: interference fades with distance. On an axis that doubles from 8 to
// 256 bytes it is the straight line from t down to 1.
#include "sim/models/model.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"distance", "distance of the counters", "bytes", 4, 4096, 8},
    {"transfer", "an increment with a transfer, in times of one without", "×", 1, 64, 5},
};

static double value(const Values& values) {
    const double transfer = read(parameters, values, "transfer");
    const double steps = std::log2(256 / read(parameters, values, "distance"));
    return 1 + (transfer - 1) * std::clamp(steps / 5, 0.0, 1.0);
}

extern const Model slope_model{
    .name = "slope",
    .title = "Nearer is slower",
    .formula = R"(\frac{T}{T_1} = 1 + (t-1)\,\frac{\log_2 (256/d)}{\log_2 (256/8)})",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "The nearer two counters lie to each other, the more they disturb each other.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
