// SPDX-License-Identifier: MIT
// Where the number of each of several curves stands, so that nobody asks whose it is.
#pragma once

#include <imgui.h>

#include <span>
#include <vector>

namespace lockstep::lab {

/// On each line the place that is farthest from the other lines, from the numbers before it and
/// from `marks`, inside low .. high; beyond four radii farther is no better, and the middle of the
/// plot is. All in pixels, lines from left to right; one without points has its number at `low`.
std::vector<ImVec2> number_places(const std::vector<std::vector<ImVec2>>& lines,
                                  std::span<const ImVec2> marks, ImVec2 low, ImVec2 high,
                                  float radius);

} // namespace lockstep::lab
