// SPDX-License-Identifier: MIT
// The loop of the bandwidth probe, with the widest vectors of the machine.
#pragma once

#include <cstddef>

namespace lockstep {

/// The arrays begin at multiples of 64 bytes, and `n` is a multiple of this.
inline constexpr std::size_t triad_grain = 64;

/// passes times a[i] = b[i] + s c[i] for i < n, with s = 1, 2, .., passes.
void triad(double* a, const double* b, const double* c, std::size_t n, std::size_t passes);

} // namespace lockstep
