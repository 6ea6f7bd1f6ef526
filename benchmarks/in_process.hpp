// SPDX-License-Identifier: MIT
// Comparisons without a pipe: two sides timed in this process, and their ratio as the front takes
// it.
#pragma once

#include "kernels/measure/side.hpp"
#include "sim/stats/interval.hpp"

#include <string>
#include <vector>

namespace lockstep::benchmarks {

struct Compared {
    stats::Interval
        ratio;          ///< the second side's time over the first's, rounds that nobody disturbed
    int left_out = 0;   ///< rounds after the pilot
    double seconds = 0; ///< that all of it took
    std::vector<std::string> refused; ///< why a side has no time
};

Compared compare(SideRequest first, SideRequest second, double budget_s,
                 double relative_width = 0.005);

} // namespace lockstep::benchmarks
