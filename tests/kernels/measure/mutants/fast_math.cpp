// SPDX-License-Identifier: MIT
// Compiled with -ffast-math: serial's loop, letter by letter, in an order that suits the optimiser.
#include "tests/kernels/measure/mutants/variants.hpp"

#include <bit>

namespace lockstep::mutants {

std::uint64_t fast_math(const Items& items, Context& context) {
    double sum = 0;
    for (const double term : items.a[static_cast<std::size_t>(context.input)])
        sum += term;
    return std::bit_cast<std::uint64_t>(sum);
}

} // namespace lockstep::mutants
