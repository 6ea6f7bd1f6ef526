// SPDX-License-Identifier: MIT
// How closely the plot is looked at: which part of each axis is in sight. Like a scroll position it
// belongs to the window, not to the lesson.
#pragma once

#include "app/pages/lesson/axis.hpp"
#include "app/pages/lesson/handles.hpp"

namespace lockstep::lab {

/// The part in sight, as fractions of the whole axes.
struct Zoom {
    double x_low = 0, x_high = 1, y_low = 0, y_high = 1;
    bool is_whole() const { return x_low == 0 && x_high == 1 && y_low == 0 && y_high == 1; }
};

/// The part of an axis between two fractions, with its scale; ticks are left to the caller.
Axis part_of(const Axis& axis, double from, double to);

/// `factor` times closer (below 1: further off), keeping what is at `at` (fractions of what is in
/// sight) in its place. Never beyond the whole, never closer than a fiftieth.
Zoom zoomed(const Zoom& zoom, Place at, double factor);
/// Moved by fractions of what is in sight, as far as the whole goes.
Zoom panned(const Zoom& zoom, Place by);

} // namespace lockstep::lab
