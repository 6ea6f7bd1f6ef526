// SPDX-License-Identifier: MIT
// k multiplications and additions for every three numbers that memory moves.
//     for (int i = 0; i < n; ++i) {
//         double y = c[i] * s + b[i];
//         for (int j = 1; j < k; ++j)
//             y = y * s + t;
//         a[i] = y;
//     }
// 2 k flops per 24 bytes: a small k waits for memory, a large one for the
// arithmetic units.
#pragma once

#include "kernels/measure/workload.hpp"

namespace lockstep {

/// Numbers that are worked on at a time: their chains overlap inside a core.
inline constexpr int intensity_chains = 8;

struct Intensity : Problem {
    int n = 0; ///< numbers of one input, in whole groups of eight vectors
    int k = 1;
    /// Both are 1, which only the memory knows: then every result is a whole
    /// number, and the same whether or not its steps were fused.
    double s = 1, t = 1;
    std::vector<double> b, c;      ///< [input][n]
    mutable std::vector<double> a; ///< [input][n]

    std::size_t begin_of(int input) const {
        return static_cast<std::size_t>(input) * static_cast<std::size_t>(n);
    }
    /// a in 64 bits: one number out of each of 256 stretches, or the check
    /// would move as much as the work.
    std::uint64_t fold(int input) const;
    void forget_results() const override;
};

extern const Workload intensity_workload;

} // namespace lockstep
