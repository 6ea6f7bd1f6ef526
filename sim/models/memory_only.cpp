// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: only memory is slow, and arithmetic costs nothing.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"k", "multiply-adds for 24 bytes", "", 1, 1024, 1},
    {"memory_gb_s", "bandwidth of memory", "GB/s", 0.1, 1e5, 12},
};

static double value(const Values& values) {
    return 2 * read(parameters, values, "k") / 24 * read(parameters, values, "memory_gb_s");
}

extern const Model memory_only_model{
    .name = "memory_only",
    .title = "Arithmetic is free",
    .formula = R"(P = \frac{2k}{24}\,B)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "What is there has to be brought, and computing with it costs nothing more.",
    .quantity = "rate",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
