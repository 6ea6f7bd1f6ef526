// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: a processor computes at its speed, whatever it computes with.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"peak_gflops", "peak of the arithmetic units", "Gflop/s", 0.1, 1e6, 40},
};

static double value(const Values& values) {
    return read(parameters, values, "peak_gflops");
}

extern const Model more_work_more_time_model{
    .name = "more_work_more_time",
    .title = "One speed for everything",
    .formula = R"(P = P_\text{peak})",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "Twice the arithmetic takes twice the time, so the speed is always the same.",
    .quantity = "rate",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
