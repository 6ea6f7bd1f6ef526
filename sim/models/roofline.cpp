// SPDX-License-Identifier: MIT
// A kernel that does k multiply-adds with every 24 bytes computes no faster than the arithmetic
// units do, nor faster than memory brings what it computes with. 1e9 flop/s.
#include "sim/models/model.hpp"

#include <algorithm>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"k", "multiply-adds for 24 bytes", "", 1, 1024, 1},
    {"peak_gflops", "peak of the arithmetic units", "Gflop/s", 0.1, 1e6, 40},
    {"memory_gb_s", "bandwidth of memory", "GB/s", 0.1, 1e5, 12},
};

static double value(const Values& values) {
    const double flops_per_byte = 2 * read(parameters, values, "k") / 24;
    return std::min(read(parameters, values, "peak_gflops"),
                    flops_per_byte * read(parameters, values, "memory_gb_s"));
}

extern const Model roofline_model{
    .name = "roofline",
    .title = "Roofline",
    .formula = R"(P = \min\left(P_\text{peak},\ \frac{2k}{24}\,B\right))",
    .source = "S. Williams, A. Waterman and D. Patterson 2009, Roofline: an insightful visual "
              "performance model for multicore architectures, CACM 52(4)",
    .sentence = "Few flops for each byte wait for memory, and the roof rises with them; many wait "
                "for the arithmetic units, and the roof is flat.",
    .quantity = "rate",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
