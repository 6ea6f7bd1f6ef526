// SPDX-License-Identifier: MIT
// Amdahl's law solved for the serial fraction: what a measured speedup amounts to.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"speedup", "measured speedup", "", 0.01, 1048576, 1.5},
    {"p", "workers", "", 2, 1048576, 2},
};

static double value(const Values& values) {
    const double S = read(parameters, values, "speedup");
    const double p = read(parameters, values, "p");
    return (1 / S - 1 / p) / (1 - 1 / p);
}

static double limit(const Values& values) {
    return 1 / read(parameters, values, "speedup");
}

extern const Model karp_flatt_model{
    .name = "karp_flatt",
    .title = "Karp-Flatt metric",
    .formula = R"(e = \frac{1/S - 1/p}{1 - 1/p})",
    .source = "A. H. Karp and H. P. Flatt 1990, Measuring parallel processor performance, CACM "
              "33(5)",
    .sentence = "The serial fraction that would explain this speedup. If it grows with the "
                "workers, the loss is overhead and not serial work.",
    .quantity = "serial_fraction",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
