// SPDX-License-Identifier: MIT
// A figure that the program has to reach on a quiet machine. One file, one figure: its last line
// defines a `Figure` named like the file, and the program's table has one row more.
#pragma once

#include "sim/base/result.hpp"

#include <span>
#include <string>
#include <string_view>

namespace lockstep::benchmarks {

struct Measured {
    double value = 0;     ///< in the figure's unit
    bool reached = false; ///< the bound holds
    std::string note;     ///< what it is the value of: "worst of 6 workloads: chains"
};

struct Figure {
    std::string_view name;  ///< "start of the bench"
    std::string_view bound; ///< "<= 30 ms"
    std::string_view unit;  ///< "ms"
    Result<Measured> (*measure)();
    std::string_view known = {}; ///< what others are known to reach: printed below the figure
};

std::span<const Figure* const> all_figures();

} // namespace lockstep::benchmarks
