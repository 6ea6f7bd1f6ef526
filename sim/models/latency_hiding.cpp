// SPDX-License-Identifier: MIT
// A warp issues a load and k instructions, each of which needs the one before, and begins again.
// While it waits the other warps of its scheduler can issue. Speedup over one warp.
#include "sim/models/model.hpp"

#include <algorithm>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"warps", "warps of a scheduler", "", 1, 64, 1},
    {"latency", "cycles until a load is answered", "cycles", 1, 10000, 400},
    {"arithmetic", "arithmetic instructions after the load (k)", "", 1, 1024, 4},
    {"arithmetic_latency", "cycles until their result is there", "cycles", 1, 100, 4},
};

/// The load's answer, a result before each further instruction, and a cycle to the next load, whose
/// address is known.
static double round_cycles(const Values& values) {
    return read(parameters, values, "latency") +
           (read(parameters, values, "arithmetic") - 1) *
               read(parameters, values, "arithmetic_latency") +
           1;
}

static double value(const Values& values) {
    const double instructions = read(parameters, values, "arithmetic") + 1;
    return std::min(read(parameters, values, "warps"), round_cycles(values) / instructions);
}

extern const Model latency_hiding_model{
    .name = "latency_hiding",
    .title = "Hiding latency",
    .formula = R"(S(w) = \min\left( w,\ \frac{L + (k-1)\,a + 1}{k+1} \right))",
    .source = "Little's law for the issue slots of a scheduler; V. Volkov 2016, Understanding "
              "latency hiding on GPUs, thesis, UC Berkeley, with the bandwidth left out",
    .sentence = "A model of issue slots: each warp more fills gaps of the others, until no slot is "
                "empty. From there on more warps, and more occupancy, change nothing.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
