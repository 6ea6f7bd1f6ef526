// SPDX-License-Identifier: MIT
// Lane i reads the 4-byte word number i x stride of shared memory. Word w lies in bank w mod 32,
// and a bank hands out one word a pass.
#include "sim/models/model.hpp"

#include <cmath>
#include <numeric>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"stride", "distance of neighbouring lanes", "words", 0, 1024, 1},
};

static constexpr long banks = 32;

static double value(const Values& values) {
    const long stride = std::lround(read(parameters, values, "stride"));
    // All lanes want one word: it is read once and goes to all of them.
    return stride == 0 ? 1 : static_cast<double>(std::gcd(stride, banks));
}

extern const Model bank_conflicts_model{
    .name = "bank_conflicts",
    .title = "Bank conflicts",
    .formula = R"(\frac{T}{T_1} = \gcd(s, 32))",
    .source = "NVIDIA, CUDA C++ Programming Guide, Shared Memory: 32 banks that are four bytes "
              "wide; two addresses in one bank are served one after the other",
    .sentence = "With a stride of s words gcd(s, 32) lanes meet in each bank that is used, and are "
                "served one after the other. An odd stride has no conflict, however large.",
    .quantity = "relative_time",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
