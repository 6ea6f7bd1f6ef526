// SPDX-License-Identifier: MIT
// The share of a block's lanes that have a thread.
#include "sim/models/model.hpp"

#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"block", "threads of a block", "", 1, 1024, 256},
};

static double value(const Values& values) {
    const double block = read(parameters, values, "block");
    return block / (32 * std::ceil(block / 32));
}

extern const Model lanes_in_use_model{
    .name = "lanes_in_use",
    .title = "Whole warps",
    .formula = R"(u = \frac{b}{32 \left\lceil b / 32 \right\rceil})",
    .source = "NVIDIA, CUDA C++ Programming Guide, SIMT Architecture: a block is cut into warps of "
              "32 threads with consecutive numbers",
    .sentence = "A block is cut into warps of 32 lanes, and its last warp may have lanes without a "
                "thread. They cost as much as the others.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
