// SPDX-License-Identifier: MIT
// The picture of all warps over time, worked out before it is drawn.
#pragma once

#include "app/experiment/session.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace lockstep::warps_view {

/// What a warp does in neighbouring columns that look the same.
struct Stretch {
    char letter = protocol::warp_turn; ///< as the protocol has it
    int begin = 0, end = 0;            ///< columns
};
/// By warp, from left to right. Columns in which a warp waits for its turn are left out.
std::vector<std::vector<Stretch>> stretches_of(const protocol::Overview& overview);

/// The first step of a column, and the column of a step.
std::int64_t first_step_of(const protocol::Overview& overview, int column);
int column_of(const protocol::Overview& overview, std::int64_t step);

/// How many columns to ask for in so many pixels: a narrow window, dragged wider, must not ask for
/// each of its widths.
int columns_for(float width, float narrowest, std::int64_t steps);

/// "warp 3, steps 121 to 124: all 32 threads at work".
std::string words_of(const protocol::Overview& overview, int warp, int column);

} // namespace lockstep::warps_view
