// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: whatever lies between the first lane and the last one moves.
#include "sim/models/model.hpp"

#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"stride", "distance of neighbouring lanes", "words", 0, 1024, 1},
};

static double value(const Values& values) {
    // 31 steps from the first word to the last, eight words to a sector.
    return std::ceil((31 * read(parameters, values, "stride") + 1) / 8);
}

extern const Model sectors_by_span_model{
    .name = "sectors_by_span",
    .title = "All that lies between",
    .formula = R"(n = \left\lceil \frac{31\,s + 1}{8} \right\rceil)",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence =
        "Memory brings everything from the first word to the last one, so that twice as far is "
        "twice as much.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
