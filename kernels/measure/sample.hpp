// SPDX-License-Identifier: MIT
// Which numbers of a long result its check reads, where reading all of them would cost as much as
// the work: one out of each stretch, at another place in each.
#pragma once

#include <algorithm>
#include <cstdint>

namespace lockstep {

/// Calls `visit(index)` for each of up to 2 `stretches` - 1 indices below `count`, of more for one
/// in each of at least `stretches` stretches; always for the same ones.
template <class Visit>
void visit_sample(std::uint64_t count, std::uint64_t stretches, Visit visit) {
    const std::uint64_t stretch = std::max<std::uint64_t>(1, count / stretches);
    std::uint32_t draw = 0;
    for (std::uint64_t begin = 0; begin < count; begin += stretch) {
        draw = draw * 1664525 + 1013904223; // Numerical Recipes' generator
        const std::uint64_t i = begin + (draw * stretch >> 32);
        visit(static_cast<std::size_t>(std::min(i, count - 1)));
    }
}

} // namespace lockstep
