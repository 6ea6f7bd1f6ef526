// SPDX-License-Identifier: MIT
// The time of a grid, in times of one of its blocks: blocks that found no place wait until a wave
// is over.
#include "sim/models/model.hpp"

#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"blocks", "blocks of the grid", "", 1, 1048576, 256},
    {"sms", "SMs", "", 1, 1024, 28},
    {"resident", "blocks that an SM holds at once", "", 1, 32, 6},
};

static double value(const Values& values) {
    const double places = read(parameters, values, "sms") * read(parameters, values, "resident");
    return std::ceil(read(parameters, values, "blocks") / places);
}

extern const Model waves_model{
    .name = "waves",
    .title = "Waves of blocks",
    .formula = R"(\frac{T}{T_1} = \left\lceil \frac{B}{M\,r} \right\rceil)",
    .source = "NVIDIA, Deep Learning Performance: GPU Performance Background User's Guide, "
              "GPU Execution Model: waves and the tail effect",
    .sentence = "A grid runs in waves of as many blocks as the card holds. One block more than "
                "fits opens another wave, and that one takes as long as a full one.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
