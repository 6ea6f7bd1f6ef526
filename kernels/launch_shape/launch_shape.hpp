// SPDX-License-Identifier: MIT
// One item for each thread, in blocks of any size.
//     for (int i = 0; i < items; ++i)
//         z[i] = a * x[i] + y[i];
// 2 flops per 12 bytes: memory sets the speed, and lanes that have no item.
#pragma once

#include "kernels/measure/workload.hpp"

namespace lockstep {

struct LaunchShape : Problem {
    int items = 0;
    int block = 1; ///< items of a block: its threads, where it has any
    int grid = 1;  ///< blocks of a grid that strides over the items
    float a = 2.5f;
    std::vector<float> x, y;      ///< four inputs: each begins 64 further on
    mutable std::vector<float> z; ///< [item], and 64 that no item has

    const float* x_of(int input) const { return x.data() + 64 * input; }
    const float* y_of(int input) const { return y.data() + 64 * input; }
    int blocks() const { return (items + block - 1) / block; }

    /// z in 64 bits: each item of up to 8191, of more one out of each of at
    /// least 4096 stretches, or the check would cost as much as the work.
    std::uint64_t fold() const;
    void forget_results() const override;

    /// What goes up and comes back for a kernel of this grid. The arguments are
    /// the same for every kernel.
    LaunchPlan plan(std::string kernel, unsigned blocks_of_grid,
                    int input) const;
};

extern const Workload launch_shape_workload;

} // namespace lockstep
