// SPDX-License-Identifier: MIT
// Runs made up for the demo session: Amdahl's law with a little loss.
#pragma once

#include "app/experiment/run.hpp"

#include <array>

namespace lockstep::demo {

inline constexpr int cores = 2;
inline constexpr std::array<double, 9> shares{0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1};

protocol::Machine machine();

/// The first `marks` of the nine over f, or 1 and 2 workers; `loss` is the share of the time in
/// which nobody works.
Run made_run(int marks, double piece_us, double loss, bool over_workers);

} // namespace lockstep::demo
