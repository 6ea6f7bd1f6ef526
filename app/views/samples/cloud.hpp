// SPDX-License-Identifier: MIT
// The raw samples of a point, sorted into what counted, what the watcher left out, and the pilot.
// No drawing.
#pragma once

#include "app/experiment/run.hpp"
#include "sim/stats/interval.hpp"

#include <string>
#include <vector>

namespace lockstep::samples {

enum class Fate { Counted, LeftOut, Pilot };

struct Sample {
    int round = 0;
    double time = 0; ///< in the cloud's unit
    Fate fate = Fate::Counted;
};

struct Cloud {
    std::vector<Sample> samples;
    std::string unit;         ///< "ms", "µs", "ns": the one that suits the median
    double scale_ns = 1;      ///< ns in one unit
    int pilot_end = 0;        ///< first round after the pilot; 0 when there was none
    int first = 0, last = 0;  ///< rounds
    double low = 0, high = 0; ///< of all samples
    double median = 0, median_low = 0,
           median_high = 0; ///< of those that counted; NaN when none did
    int left_out = 0;
    bool claims = false; ///< these are what a way of measuring claimed, not how long it took itself
};

Cloud cloud_of(const Point& point);

} // namespace lockstep::samples
