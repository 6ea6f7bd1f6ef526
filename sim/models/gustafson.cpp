// SPDX-License-Identifier: MIT
// The same serial part, seen from a job that grows with the machine: time is fixed, not work. f is
// the shared part of the time on p workers, which is not Amdahl's f of the same job.
#include "sim/models/model.hpp"

#include <limits>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"f", "part that can be shared out", "", 0, 1, 0.5},
    {"p", "workers", "", 1, 1048576, 2},
};

static double value(const Values& values) {
    const double f = read(parameters, values, "f");
    const double p = read(parameters, values, "p");
    return (1 - f) + f * p;
}

static double limit(const Values& values) {
    return read(parameters, values, "f") > 0 ? std::numeric_limits<double>::infinity() : 1;
}

extern const Model gustafson_model{
    .name = "gustafson",
    .title = "Gustafson's law",
    .formula = R"(S(p) = (1-f) + f\,p)",
    .source = "J. L. Gustafson 1988, Reevaluating Amdahl's law, CACM 31(5)",
    .sentence = "With more workers people solve larger problems in the same time: the shared part "
                "grows with the machine and the serial part does not.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
