// SPDX-License-Identifier: MIT
// How closely and at what the learner looks: which part of a plot is in sight, and where the replay
// of a picture stands. Included by session.hpp.
#pragma once

#include <string>

namespace lockstep {

/// The part of a plot in sight, as fractions of its whole axes.
struct Zoom {
    double x_low = 0, x_high = 1, y_low = 0, y_high = 1;
    bool is_whole() const { return x_low == 0 && x_high == 1 && y_low == 0 && y_high == 1; }
};

/// Fractions of what is in sight: from the left, from below.
struct ZoomPlace {
    double x = 0.5, y = 0.5;
};

/// `factor` times closer (below 1: further off), keeping what is at `at` in its place. Never beyond
/// the whole, never closer than a fiftieth.
Zoom zoomed(const Zoom& zoom, ZoomPlace at, double factor);
/// Moved by fractions of what is in sight, as far as the whole goes.
Zoom panned(const Zoom& zoom, ZoomPlace by);

/// Of the picture that a run computed. How far a playing one has come is motion's, which nobody
/// chose; a moment at which it stands is kept here.
struct Replay {
    std::string of;   ///< run and point; of others the end is shown
    double share = 1; ///< of the run's time
    int plays = 0;    ///< each play is a motion of its own
    bool playing = false;
};

} // namespace lockstep
