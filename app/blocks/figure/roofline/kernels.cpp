// SPDX-License-Identifier: MIT
#include "app/blocks/figure/roofline/kernels.hpp"

namespace lockstep::roofline {

std::vector<Kernel> kernels_of(const Run& run) {
    std::vector<Kernel> kernels;
    if (run.quantity != "rate")
        return kernels;
    for (const Series& series : run.series) {
        const std::size_t before = kernels.size();
        for (const Estimate& mark : series.points) {
            const Point* point = run.point(mark.point);
            if (!point || mark.n == 0 || mark.status != PointStatus::Ok)
                continue;
            if (const double k = value_of(point->parameters, "k", 0); k > 0)
                kernels.push_back({2 * k / 24, mark.value, ""});
        }
        if (kernels.size() > before)
            kernels.back().words = series.variant;
    }
    return kernels;
}

} // namespace lockstep::roofline
