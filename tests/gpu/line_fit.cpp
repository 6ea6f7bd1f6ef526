// SPDX-License-Identifier: MIT
// Two normal equations, with weights 1 / y^2.
#include "tests/gpu/line_fit.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::on_card {

double RelativeLine::largest() const {
    double most = 0;
    for (const double residual : residuals)
        most = std::max(most, std::abs(residual));
    return most;
}

Result<RelativeLine> fit_relative_line(std::span<const double> x, std::span<const double> y) {
    if (x.size() != y.size() || x.size() < 2)
        return fail("line", "there are too few points.");
    double w = 0, wx = 0, wxx = 0, wy = 0, wxy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!(y[i] > 0 && std::isfinite(y[i])))
            return fail("line", "a time is not above 0.");
        const double weight = 1 / (y[i] * y[i]);
        w += weight;
        wx += weight * x[i];
        wxx += weight * x[i] * x[i];
        wy += weight * y[i];
        wxy += weight * x[i] * y[i];
    }
    const double determinant = w * wxx - wx * wx;
    if (!(determinant > 1e-12 * w * wxx))
        return fail("line", "all points have the same x.");
    RelativeLine line;
    line.s = (w * wxy - wx * wy) / determinant;
    line.a = (wy - line.s * wx) / w;
    for (std::size_t i = 0; i < x.size(); ++i)
        line.residuals.push_back((y[i] - (line.a + line.s * x[i])) / y[i]);
    return line;
}

} // namespace lockstep::on_card
