// SPDX-License-Identifier: MIT
// How many lanes share one instruction, for the models of divergence.
#pragma once

#include "sim/base/values.hpp"

namespace lockstep::models {

/// Lanes of a 512-bit vector of 4-byte numbers.
inline constexpr double usual_lanes = 16;

/// The workload's "group", where 0 means as many as this CPU's vector unit has. A model knows no
/// CPU: whoever asks puts the CPU's number there, else it is taken to be 16.
inline double lanes_of_group(const Values& values) {
    const double group = value_of(values, "group", 0);
    return group >= 1 ? group : usual_lanes;
}

} // namespace lockstep::models
