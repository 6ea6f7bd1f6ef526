// SPDX-License-Identifier: MIT
// Worker i counts at the byte offset + i distance from the start of a line. A line that two
// workers write to travels at every increment; one of their own stays where it is.
#include "sim/models/model.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"distance", "distance of the counters", "bytes", 4, 4096, 8},
    {"offset", "offset of the first one in its line", "bytes", 0, 63, 0},
    {"p", "threads", "", 1, 1048576, 2},
    {"transfer", "an increment with a transfer, in times of one without", "×", 1, 64, 5},
    {"line", "line size", "bytes", 16, 256, 64},
};

/// Whether any two neighbours lie in one line. Where the counters lie in their lines comes again
/// after at most `line` of them, so that more need not be looked at.
static bool lines_shared(const Values& values) {
    const double distance = read(parameters, values, "distance");
    const double line = read(parameters, values, "line");
    const double p = std::min(read(parameters, values, "p"), line + 1);
    double here = read(parameters, values, "offset");
    for (int i = 1; i < p; ++i, here += distance)
        if (std::floor(here / line) == std::floor((here + distance) / line))
            return true;
    return false;
}

static double value(const Values& values) {
    return lines_shared(values) ? read(parameters, values, "transfer") : 1;
}

extern const Model false_sharing_model{
    .name = "false_sharing",
    .title = "Line transfers",
    .formula = R"(\frac{T}{T_1} = )"
               R"(\begin{cases} t & \text{if two counters lie in one line} \\ )"
               R"(1 & \text{else} \end{cases})",
    .source = "M. S. Papamarcos and J. H. Patel 1984, A low-overhead coherence solution for "
              "multiprocessors (MESI); Intel 64 and IA-32 Optimization Reference Manual, False "
              "sharing",
    .sentence = "A core must own the whole line before it writes to any byte of it. What counts "
                "is whether the counters lie in one line, not how far apart they are. The price "
                "of a transfer differs from CPU to CPU.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
