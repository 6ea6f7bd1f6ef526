// SPDX-License-Identifier: MIT
// Words of four bytes are read a stride apart; memory moves whole lines. Relative to side by side.
#include "sim/models/model.hpp"

#include <algorithm>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"stride", "distance of one load from the next", "words", 1, 1024, 1},
    {"line", "line size", "bytes", 16, 256, 64},
};

static double value(const Values& values) {
    return std::min(read(parameters, values, "stride"), read(parameters, values, "line") / 4);
}

extern const Model lines_touched_model{
    .name = "lines_touched",
    .title = "Time by lines",
    .formula = R"(\frac{T}{T_1} = \min\left(s,\ \frac{l}{4}\right))",
    .source = "The count of lines, taken for the time: what a loop costs whose time is all memory",
    .sentence = "A line serves the words in it that are wanted. As these lie further apart more "
                "lines have to come, until each word needs one of its own.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
