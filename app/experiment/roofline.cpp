// SPDX-License-Identifier: MIT
// Reading the two numbers of a roofline out of a passport.
#include "app/experiment/roofline.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

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

std::string roof_words(const std::optional<Roofline>& one, const std::optional<Roofline>& all,
                       double flops_per_byte) {
    const bool several = all && all->workers > 1;
    const auto& best = several ? all : one;
    if (!best)
        return {};
    std::string words = fmt::format("{} {} a byte: at most {} Gflop/s",
                                    format_number(flops_per_byte, 3),
                                    flops_per_byte == 1 ? "flop" : "flops",
                                    format_number(best->roof_gflops(flops_per_byte), 3));
    words += several ? fmt::format(" by {} workers", all->workers) : std::string(" by one worker");
    if (several && one)
        words += fmt::format(", {} by one", format_number(one->roof_gflops(flops_per_byte), 3));
    return words + (flops_per_byte < best->ridge() ? ". Memory holds it up."
                                                   : ". The vector units hold it up.");
}

std::vector<CacheRoof> cache_roofs(const protocol::Passport& passport, int workers) {
    std::vector<CacheRoof> roofs;
    for (const protocol::TriadRate& rate : passport.triads)
        if (rate.level != "memory" && rate.workers == workers && rate.gb_s > 0)
            roofs.push_back({rate.level, rate.gb_s});
    return roofs;
}

std::vector<LowerPeak> lower_peaks(const protocol::Passport& passport) {
    std::vector<LowerPeak> all, lower;
    for (const protocol::PeakFlops& peak : passport.peaks)
        if (peak.f64_one > 0)
            all.push_back({peak.target, peak.f64_one});
    std::ranges::stable_sort(all, std::ranges::greater{}, &LowerPeak::gflops);
    double above = all.empty() ? 0 : all.front().gflops;
    for (const LowerPeak& peak : all)
        if (peak.gflops < 0.9 * above) {
            above = peak.gflops;
            lower.push_back(peak);
        }
    return lower;
}

} // namespace lockstep
