// SPDX-License-Identifier: MIT
// Warp instructions for each thread, in times of blocks that are made of full warps.
#include "sim/models/model.hpp"

#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"block", "threads of a block", "", 1, 1024, 256},
};

static double value(const Values& values) {
    const double block = read(parameters, values, "block");
    return 32 * std::ceil(block / 32) / block;
}

extern const Model warps_of_block_model{
    .name = "warps_of_block",
    .title = "Whole warps",
    .formula = R"(\frac{n}{n_1} = \frac{32}{b} \left\lceil \frac{b}{32} \right\rceil)",
    .source =
        "NVIDIA, CUDA C++ Programming Guide, SIMT Architecture: a block is cut into warps of 32 "
        "threads with consecutive numbers",
    .sentence =
        "A block is cut into warps of 32 lanes, and its last warp may have lanes without a thread. "
        "They cost as much as the others.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
