// SPDX-License-Identifier: MIT
// What a roofline plot shows, and the axes that hold it. No drawing.
#pragma once

#include "app/experiment/roofline.hpp"
#include "app/shell/roofline_plot.hpp"

#include <cmath>
#include <optional>
#include <vector>

namespace lockstep::shell {

/// Places that can be chosen between a grid line and the next.
constexpr int places_a_doubling = 4;

struct Roofs {
    std::optional<Roofline> one, all; ///< `all` only where several workers were measured
    std::vector<CacheRoof> caches;    ///< of the higher one of the two
    std::vector<LowerPeak> lower;     ///< of one core
    double x_low = 0, x_high = 0, y_low = 0, y_high = 0;

    const Roofline& highest() const { return all ? *all : *one; }
    bool there() const { return one || all; }
    int places() const {
        return static_cast<int>(std::lround(std::log2(x_high / x_low))) * places_a_doubling + 1;
    }
    double x_of(int place) const { return x_low * std::exp2(place / double{places_a_doubling}); }
};

Roofs roofs_of(const protocol::Passport& passport, const RooflineLook& look);

} // namespace lockstep::shell
