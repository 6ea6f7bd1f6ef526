// SPDX-License-Identifier: MIT
// A part of the window as pixels, for saving a plot as PNG. Asked for in one frame, read when that
// frame is rendered, taken in a later one.
#pragma once

#include "sim/base/result.hpp"

#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

namespace lockstep::shell {

struct Pixels {
    int width = 0, height = 0;
    std::vector<unsigned char> rgb; ///< row by row from the top, three bytes a pixel
};

/// Reads the rectangle (in ImGui's coordinates) at the end of the frame being built.
void ask_pixels(ImVec2 low, ImVec2 high);
/// What was read since the last time; nothing before a frame was rendered. Main thread only.
std::optional<Pixels> take_pixels();
/// Whether take_pixels() has something to give.
bool has_pixels();

/// The rows of an OpenGL read begin at the bottom: turned over, and cut to three bytes a pixel.
Pixels from_bottom_up_rgba(int width, int height, const std::vector<unsigned char>& rgba);

/// Whole or not at all.
Result<void> write_png(const Pixels& pixels, const std::string& path);

} // namespace lockstep::shell
