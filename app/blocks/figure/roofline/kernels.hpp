// SPDX-License-Identifier: MIT
// The marks of a run as kernels under a roofline. No drawing.
#pragma once

#include "app/experiment/run.hpp"

#include <string>
#include <vector>

namespace lockstep::roofline {

struct Kernel {
    double flops_per_byte = 0, gflops = 0;
    std::string words; ///< of a series' last mark its variant, else empty
};

/// Of a Rate run of the workload `intensity`, whose points say k: 2 k flops for 24 bytes.
std::vector<Kernel> kernels_of(const Run& run);

} // namespace lockstep::roofline
