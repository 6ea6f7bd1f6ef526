// SPDX-License-Identifier: MIT
#include "app/shell/roofs.hpp"

#include <algorithm>

namespace lockstep::shell {

namespace {

double power_below(double value) {
    return std::exp2(std::floor(std::log2(value)));
}

double power_above(double value) {
    return std::exp2(std::ceil(std::log2(value)));
}

void set_axes(Roofs& roofs, std::span<const RooflineKernel> kernels) {
    const Roofline& least = roofs.one ? *roofs.one : *roofs.all;
    const double nearest = std::min(least.ridge(), roofs.highest().ridge());
    const double furthest = std::max(least.ridge(), roofs.highest().ridge());
    roofs.x_low = std::min(1.0 / 16, power_below(nearest / 4));
    roofs.x_high = std::max(16.0, power_above(4 * furthest));
    double low = least.roof_gflops(roofs.x_low), high = roofs.highest().peak_gflops;
    for (const RooflineKernel& kernel : kernels) {
        if (!(kernel.flops_per_byte > 0) || !(kernel.gflops > 0))
            continue;
        roofs.x_low = std::min(roofs.x_low, power_below(kernel.flops_per_byte));
        roofs.x_high = std::max(roofs.x_high, power_above(kernel.flops_per_byte));
        low = std::min(low, kernel.gflops);
        high = std::max(high, kernel.gflops);
    }
    roofs.y_low = power_below(low);
    roofs.y_high = power_above(1.4 * high);
}

} // namespace

Roofs roofs_of(const protocol::Passport& passport, const RooflineLook& look) {
    Roofs roofs;
    roofs.one = roofline_of_one(passport);
    roofs.all = roofline_of_all(passport);
    if (roofs.all && roofs.all->workers < 2 && roofs.one)
        roofs.all.reset();
    if (!roofs.there())
        return roofs;
    if (look.caches)
        roofs.caches = cache_roofs(passport, roofs.highest().workers);
    roofs.lower = lower_peaks(passport);
    set_axes(roofs, look.kernels);
    return roofs;
}

} // namespace lockstep::shell
