// SPDX-License-Identifier: MIT
// What this machine can do at best with 32 lanes that lie in memory, as the simulator's registers
// do: beside it the simulator's figures mean something on another machine too.
#pragma once

#include <string>

namespace lockstep::benchmarks {

struct Calibration {
    double fma_g = 0;    ///< lanes of d = a b + c, in 1e9 a second, with the widest vectors
    double gather_g = 0; ///< lanes of d = t[i], from a table that fits the nearest cache
};

/// Measured once.
const Calibration& calibration();

/// How much more of the fma loop two cores do than one, by the clock on the wall: less than 2 where
/// they share units with each other or with another machine's.
double both_cores_over_one();

/// "0.31 of 32-lane fmas (6.4 G/s), 0.8 of gathers (2.5 G/s)" for a rate in 1e9 a second.
std::string beside_calibration(double rate_g);

} // namespace lockstep::benchmarks
