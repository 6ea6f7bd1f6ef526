// SPDX-License-Identifier: MIT
// The law of the serial part. f is the part that can be shared out, by time on one worker.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"f", "part that can be shared out", "", 0, 1, 0.5},
    {"p", "workers", "", 1, 1048576, 2},
};

static double value(const Values& values) {
    const double f = read(parameters, values, "f");
    const double p = read(parameters, values, "p");
    return 1 / ((1 - f) + f / p);
}

static double limit(const Values& values) {
    // Infinite for f = 1, where nothing is left over.
    return 1 / (1 - read(parameters, values, "f"));
}

extern const Model amdahl_model{
    .name = "amdahl",
    .title = "Amdahl's law",
    .formula = R"(S(p) = \frac{1}{(1-f) + f/p})",
    .source = "G. M. Amdahl 1967, Validity of the single processor approach to achieving large "
              "scale computing capabilities, AFIPS 30",
    .sentence = "Only the shared part shrinks with the workers; the serial part stays as long as "
                "it was and in the end is all that is left.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
