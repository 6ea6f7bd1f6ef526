// SPDX-License-Identifier: MIT
// The same as a time: where memory sets the speed, a request takes as long as its sectors. Relative
// to lanes that stand side by side.
#include "sim/models/model.hpp"

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"stride", "distance of neighbouring lanes", "words", 0, 1024, 1},
    {"offset", "where the first lane begins", "words", 0, 1024, 0},
};

extern const Model sectors_model;

static double value(const Values& values) {
    const double side_by_side = 4; // 32 lanes of 4 bytes, in sectors of 32 bytes
    return sectors_model.value({{"stride", read(parameters, values, "stride")},
                                {"offset", read(parameters, values, "offset")}}) /
           side_by_side;
}

extern const Model coalescing_model{
    .name = "coalescing",
    .title = "Time by sectors",
    .formula = R"(\frac{T}{T_1} = \frac{n(s, o)}{4})",
    .source = "The count of sectors, taken for the time; it leaves out caches, so that lanes which "
              "come back for the rest of a sector are better off",
    .sentence = "Memory delivers whole sectors, and what nobody asked for takes its time as well. "
                "From a stride of eight words on each lane pays for a sector of its own, and it "
                "gets no worse.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
