// SPDX-License-Identifier: MIT
// Items are cut into groups, and no vector holds items of two groups. Relative to full vectors.
#include "sim/models/group.hpp"
#include "sim/models/model.hpp"

#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"block", "items of a group", "", 1, 1024, 256},
    {"group", "lanes of a vector (W; 0: as many as usual here)", "", 0, 1024, 0},
};

static double value(const Values& values) {
    const double block = read(parameters, values, "block"), W = lanes_of_group(values);
    return W / block * std::ceil(block / W);
}

extern const Model vectors_of_block_model{
    .name = "vectors_of_block",
    .title = "Whole vectors",
    .formula = R"(\frac{T}{T_1} = \frac{W}{b} \left\lceil \frac{b}{W} \right\rceil)",
    .source = "The count of vectors, taken for the time; it leaves out what a group costs besides",
    .sentence = "A group takes whole vectors, and the last one may have lanes without an item. "
                "They cost as much as the others.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
