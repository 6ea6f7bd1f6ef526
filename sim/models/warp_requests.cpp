// SPDX-License-Identifier: MIT
// How often warps ask for memory while they follow chains, each lane one of them.
#include "sim/models/model.hpp"

#include <algorithm>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"loads", "loads in all", "", 0, 1 << 22, 1 << 16},
    {"chains", "chains, each followed by a lane", "", 1, 65536, 8},
};

static constexpr double lanes = 32;

static double value(const Values& values) {
    return read(parameters, values, "loads") / std::min(read(parameters, values, "chains"), lanes);
}

extern const Model warp_requests_model{
    .name = "warp_requests",
    .title = "A request for a warp's loads",
    .formula = R"(n = \frac{N}{\min(c,\ 32)})",
    .source = "NVIDIA, CUDA C++ Programming Guide, SIMT Architecture: a warp executes one common "
              "instruction at a time, for 32 threads at most",
    .sentence = "One request asks for the loads of all lanes of a warp. Beyond 32 chains there are "
                "more warps, and each asks for itself.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
