// SPDX-License-Identifier: MIT
// Finding things in a run.
#include "app/experiment/run.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep {

std::string_view name_of(Provenance provenance) {
    switch (provenance) {
    case Provenance::Measured:
        return "measured";
    case Provenance::Recorded:
        return "recorded";
    case Provenance::Simulated:
        return "simulated";
    case Provenance::Model:
        return "model";
    case Provenance::Predicted:
        return "predicted";
    }
    return "";
}

const Estimate* Series::at(double x) const {
    // Values of x come from files, sliders and sums; equal ones may differ in the last bits.
    const auto found = std::ranges::find_if(points, [x](const Estimate& estimate) {
        return std::abs(estimate.x - x) <= 1e-9 * std::max(1.0, std::abs(x));
    });
    return found == points.end() ? nullptr : &*found;
}

std::string Series::key() const {
    return is_simulated() ? variant + " simulated" : variant;
}

std::string Counted::words() const {
    return fmt::format("{}, grid {}, block {}", kernel, fmt::join(grid, " x "),
                       fmt::join(block, " x "));
}

const Point* Run::point(int number) const {
    const auto found = std::ranges::find(points, number, &Point::id);
    return found == points.end() ? nullptr : &*found;
}

} // namespace lockstep
