// SPDX-License-Identifier: MIT
// A line through times that grow by much from the first to the last.
#pragma once

#include "sim/base/result.hpp"

#include <span>
#include <vector>

namespace lockstep::on_card {

struct RelativeLine {
    double a = 0, s = 0;
    std::vector<double> residuals; ///< (y - (a + s x)) / y, in the order of the points
    double largest() const;        ///< of their absolute values
};

/// y = a + s x with the least sum of squared relative residuals, since it is the relative ones that
/// are judged: without the weights the largest y would decide alone. Fails for fewer than two
/// different x, or a y that is not above 0.
Result<RelativeLine> fit_relative_line(std::span<const double> x, std::span<const double> y);

} // namespace lockstep::on_card
