// SPDX-License-Identifier: MIT
#include "app/experiment/looking.hpp"

#include <algorithm>

namespace lockstep {

namespace {

constexpr double closest = 0.02;

void zoom_one(double& low, double& high, double at, double factor) {
    const double width = std::clamp((high - low) / factor, closest, 1.0);
    const double centre = low + at * (high - low);
    low = std::clamp(centre - at * width, 0.0, 1.0 - width);
    high = low + width;
    if (width == 1.0)
        high = 1;
}

void pan_one(double& low, double& high, double by) {
    const double width = high - low;
    low = std::clamp(low + by * width, 0.0, 1.0 - width);
    high = low + width;
}

} // namespace

Zoom zoomed(const Zoom& zoom, ZoomPlace at, double factor) {
    Zoom next = zoom;
    zoom_one(next.x_low, next.x_high, std::clamp(at.x, 0.0, 1.0), factor);
    zoom_one(next.y_low, next.y_high, std::clamp(at.y, 0.0, 1.0), factor);
    return next;
}

Zoom panned(const Zoom& zoom, ZoomPlace by) {
    Zoom next = zoom;
    pan_one(next.x_low, next.x_high, by.x);
    pan_one(next.y_low, next.y_high, by.y);
    return next;
}

} // namespace lockstep
