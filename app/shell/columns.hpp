// SPDX-License-Identifier: MIT
// A column of the window with a right edge that can be dragged.
#pragma once

#include <imgui.h>

#include <optional>

namespace lockstep::shell {

struct ColumnLook {
    ImU32 fill = 0;
    ImVec2 padding{0, 0};
    float least = 0, most = 0;   ///< of the width; equal when the edge cannot be dragged
    bool scrolls = true;
};

/// Begins a column of this width and height. Always paired with end_column().
void begin_column(const char* id, ImVec2 size, const ColumnLook& look);
/// The width that the learner dragged it to, in the frame in which it changed.
std::optional<float> end_column();

} // namespace lockstep::shell
