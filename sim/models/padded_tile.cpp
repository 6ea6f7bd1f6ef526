// SPDX-License-Identifier: MIT
// A tile of 32 rows in shared memory is written by rows and read by columns; its rows are pad words
// longer than 32.
#include "sim/models/model.hpp"

#include <cmath>
#include <numeric>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"pad", "words added to each row", "words", 0, 1024, 1},
};

static double value(const Values& values) {
    // Down a column neighbouring lanes lie a row apart; along a row all banks are different.
    const long row = 32 + std::lround(read(parameters, values, "pad"));
    return (1 + static_cast<double>(std::gcd(row, 32L))) / 2;
}

extern const Model padded_tile_model{
    .name = "padded_tile",
    .title = "Passes of a padded tile",
    .formula = R"(n = \frac{1 + \gcd(32 + q,\ 32)}{2})",
    .source = "NVIDIA, CUDA C++ Programming Guide, Shared Memory: 32 banks that are four bytes "
              "wide; two addresses in one bank are served one after the other",
    .sentence = "Rows are written in one pass. A column needs as many passes as lanes meet in one "
                "bank, gcd(32 + q, 32); here is the mean of both.",
    .quantity = "count",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
