// SPDX-License-Identifier: MIT
// Many numbers become one.
//     for (int i = 0; i < n; ++i)
//         sum += x[i];
// One addition per 4 bytes: memory sets the speed, once the sum is no longer
// one chain of additions. Whole numbers, so that any order gives the same sum.
#pragma once

#include "kernels/measure/workload.hpp"

namespace lockstep {

struct Reduction : Problem {
    int n = 0;
    std::vector<std::uint32_t> x; ///< four inputs, each begins 64 further on

    const std::uint32_t* x_of(int input) const { return x.data() + 64 * input; }

    /// Launches of a kernel whose blocks of 256 threads each make one sum of
    /// `numbers_of_block` numbers: again and again, until one sum is left.
    LaunchPlan plan(const std::string& kernel, unsigned numbers_of_block,
                    int input) const;
};

extern const Workload reduction_workload;

} // namespace lockstep
