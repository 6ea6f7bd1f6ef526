// SPDX-License-Identifier: MIT
// What has to be under way at once: whatever is asked for at some rate stays for its latency.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"latency", "time from question to answer", "cycles", 1, 10000, 400},
    {"throughput", "answers wanted each cycle", "", 0.001, 1024, 1},
};

static double value(const Values& values) {
    return read(parameters, values, "latency") * read(parameters, values, "throughput");
}

extern const Model little_model{
    .name = "little",
    .title = "Little's law",
    .formula = R"(N = L \cdot X)",
    .source = "J. D. C. Little 1961, A proof for the queuing formula L = λW, Operations Research "
              "9(3); for GPUs V. Volkov 2016, Understanding latency hiding on GPUs, thesis, "
              "UC Berkeley",
    .sentence = "To get one answer each cycle although each takes 400 cycles, 400 questions must "
                "be under way. Fewer, and the machine waits; more only wait in a queue.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
