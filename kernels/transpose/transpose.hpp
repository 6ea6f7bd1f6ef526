// SPDX-License-Identifier: MIT
// Rows become columns.
//     for (int row = 0; row < n; ++row)
//         for (int col = 0; col < n; ++col)
//             y[col * n + row] = x[row * n + col];
// 8 bytes a word and no arithmetic: memory sets the speed. One of the two sides
// is walked across its lines, unless a tile that fits nearby turns it.
#pragma once

#include "kernels/measure/workload.hpp"

namespace lockstep {

struct Transpose : Problem {
    int n = 0;    ///< rows, and columns
    int tile = 8; ///< rows and columns of a tile, on the CPU
    int pad = 0;  ///< words added to a row of the shared tile of cuda_5_pad
    std::vector<std::uint32_t> x;         ///< four inputs, 32 words apart
    mutable std::vector<std::uint32_t> y; ///< [column of x][row of x]

    const std::uint32_t* x_of(int input) const { return x.data() + 32 * input; }
    /// Rows of tiles, the last of them perhaps not full.
    int bands() const { return (n + tile - 1) / tile; }

    /// y in 64 bits: each word of up to 4095, of more one out of each of at
    /// least 2048 stretches, or the check would cost as much as the work.
    std::uint64_t fold() const;
    void forget_results() const override;

    /// A block of 32 x 8 threads for each 32 x 32 words.
    LaunchPlan plan(std::string kernel, int input) const;
};

extern const Workload transpose_workload;

} // namespace lockstep
