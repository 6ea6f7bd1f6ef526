// SPDX-License-Identifier: MIT
// The vector loop, for a worker's part of an input.
#pragma once

#include "kernels/intensity/intensity.hpp"

namespace lockstep::intensity {

/// Whole groups of eight vectors from `begin` to `end`, in numbers.
void stretch_simd(const Intensity& job, int input, int begin, int end);

} // namespace lockstep::intensity
