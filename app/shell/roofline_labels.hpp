// SPDX-License-Identifier: MIT
// Names beside the lines of a roofline plot: each so near to its own that it is no other's.
#pragma once

#include "app/shell/plot_style.hpp"
#include "app/shell/roofs.hpp"

#include <imgui.h>

namespace lockstep::shell {

/// The plot that is being drawn; between begin_plot and end_plot.
struct RooflineCanvas {
    const Roofs& roofs;
    ImDrawList& list;
    LabelPlacer labels; ///< knows where lines and marks are

    ImVec2 at(double flops_per_byte, double gflops) const;
};

/// Flops at the flat part's end, bytes beside the slope.
void label_roof(RooflineCanvas& canvas, const Roofline& roof, ImU32 colour);
/// The caches' slopes and the peaks of narrower instruction sets.
void label_others(RooflineCanvas& canvas);

} // namespace lockstep::shell
