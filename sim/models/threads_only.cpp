// SPDX-License-Identifier: MIT
// A wrong reading, as a curve: work is work, and the card's places share it out without a rest.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"blocks", "blocks of the grid", "", 1, 1048576, 256},
    {"sms", "SMs", "", 1, 1024, 28},
    {"resident", "blocks that an SM holds at once", "", 1, 32, 6},
};

static double value(const Values& values) {
    return read(parameters, values, "blocks") /
           (read(parameters, values, "sms") * read(parameters, values, "resident"));
}

extern const Model threads_only_model{
    .name = "threads_only",
    .title = "Only the number of threads counts",
    .formula = R"(\frac{T}{T_1} = \frac{B}{M\,r})",
    .source = "A reading that learners often have, kept as a curve to compare a guess with",
    .sentence = "A tenth more threads take a tenth more time, however they are cut into blocks.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
