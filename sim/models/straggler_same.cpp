// SPDX-License-Identifier: MIT
// One worker is slow in every step, and it is always the same one. The chance plays no part, and
// neither does the number of workers: one slow worker is enough.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"base_ms", "a step without delay", "ms", 0.01, 1000, 2},
    {"factor", "a slow step, in times of a usual one", "×", 1, 16, 5},
    {"p", "workers", "", 1, 1048576, 2},
};

static double value(const Values& values) {
    return read(parameters, values, "base_ms") * read(parameters, values, "factor");
}

static double limit(const Values& values) {
    return value(values);
}

extern const Model straggler_same_model{
    .name = "straggler_same",
    .title = "The same slow worker every time",
    .formula = R"(T(p) = k\,b)",
    .source = "Maximum of p times of which one is k b and the others are b",
    .sentence = "Every step waits for the same slow worker, however many others there are: a "
                "defect of one machine and no matter of chance.",
    .quantity = "time_ms",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
