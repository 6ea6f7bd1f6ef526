// SPDX-License-Identifier: MIT
// Loads that do not wait for each other overlap, until as many are under way as the machine keeps
// track of. Speedup over one at a time.
#include "sim/models/model.hpp"

#include <algorithm>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"chains", "loads that do not wait for each other", "", 1, 65536, 8},
    {"ceiling", "loads that are under way at once, at most", "", 1, 65536, 12},
};

static double value(const Values& values) {
    return std::min(read(parameters, values, "chains"), read(parameters, values, "ceiling"));
}

extern const Model overlap_model{
    .name = "overlap",
    .title = "Overlap, up to a ceiling",
    .formula = R"(S(c) = \min(c,\ N), \quad N = L \cdot X)",
    .source = "J. D. C. Little 1961, A proof for the queuing formula L = λW, Operations Research "
              "9(3): what is under way is what is answered in a unit of time, times how long each "
              "takes",
    .sentence = "Each chain more keeps one more load under way, and costs no time, until no more "
                "fit. The ceiling differs from machine to machine.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
