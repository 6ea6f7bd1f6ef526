// SPDX-License-Identifier: MIT
// Reading the two numbers of a roofline out of a passport.
#include "app/experiment/roofline.hpp"

#include <algorithm>

namespace lockstep {

namespace {

double memory_gb_s(const protocol::Passport& passport, int workers) {
    const auto rate = std::ranges::find_if(passport.triads, [&](const protocol::TriadRate& triad) {
        return triad.level == "memory" && triad.workers == workers;
    });
    return rate == passport.triads.end() ? 0 : rate->gb_s;
}

std::optional<Roofline> roofline(int workers, double peak_gflops, double gb_s) {
    if (peak_gflops <= 0 || gb_s <= 0)
        return std::nullopt;
    return Roofline{workers, peak_gflops, gb_s};
}

} // namespace

double Roofline::roof_gflops(double flops_per_byte) const {
    return std::min(peak_gflops, flops_per_byte * memory_gb_s);
}

std::optional<Roofline> roofline_of_one(const protocol::Passport& passport) {
    double peak = 0;
    for (const protocol::PeakFlops& target : passport.peaks)
        peak = std::max(peak, target.f64_one);
    return roofline(1, peak, memory_gb_s(passport, 1));
}

std::optional<Roofline> roofline_of_all(const protocol::Passport& passport) {
    double peak = 0;
    int workers = 0;
    for (const protocol::PeakFlops& target : passport.peaks) {
        peak = std::max(peak, target.f64_all);
        workers = std::max(workers, target.workers);
    }
    return roofline(workers, peak, memory_gb_s(passport, workers));
}

} // namespace lockstep
