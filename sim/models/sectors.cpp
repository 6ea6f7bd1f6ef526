// SPDX-License-Identifier: MIT
// Lane i of a warp reads the 4-byte word number offset + i x stride; memory moves 32 bytes at a
// time.
#include "sim/models/model.hpp"

#include <cmath>
#include <set>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"stride", "distance of neighbouring lanes", "words", 0, 1024, 1},
    {"offset", "where the first lane begins", "words", 0, 1024, 0},
};

static constexpr long lanes = 32, words_per_sector = 8;

static double value(const Values& values) {
    const long stride = std::lround(read(parameters, values, "stride"));
    const long offset = std::lround(read(parameters, values, "offset"));
    std::set<long> touched;
    for (long lane = 0; lane < lanes; ++lane)
        touched.insert((offset + lane * stride) / words_per_sector);
    return static_cast<double>(touched.size());
}

extern const Model sectors_model{
    .name = "sectors",
    .title = "Sectors of a request",
    .formula = R"(n = \#\left\{ \left\lfloor \frac{o + i\,s}{8} \right\rfloor : )"
               R"(0 \le i < 32 \right\})",
    .source = "NVIDIA, CUDA C++ Best Practices Guide, Coalesced Access to Global Memory: the "
              "accesses of a warp become as many 32-byte transactions as they touch",
    .sentence = "A warp's request costs as many 32-byte sectors as its lanes touch: four if they "
                "stand side by side, and one for each lane from a stride of eight words on.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
