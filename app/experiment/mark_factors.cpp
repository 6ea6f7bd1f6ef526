// SPDX-License-Identifier: MIT
// From the columns of two points to the inputs of the gap.
#include "app/experiment/mark_factors.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

double entry(const std::vector<double>& column, std::size_t index) {
    return index < column.size() ? column[index] : 0.0;
}

double busy_of(const Point& point, std::size_t index) {
    double busy = 0;
    if (index < point.busy_ns.size())
        for (const double worker : point.busy_ns[index])
            busy += worker;
    return busy;
}

void put_card(Estimate& estimate, const MedianPair& of) {
    // The data lies on the card while T goes on: no part of it is copying.
    const double kernel_ns = entry(of.point.kernel_ns, of.pair.variant);
    if (const auto factors = stats::gpu_factors(of.baseline_ns, of.time_ns, kernel_ns, 0))
        estimate.card = *factors;
    if (of.point.copy_ns.empty())
        return;
    const auto copies =
        stats::with_copies(of.baseline_ns, of.time_ns, entry(of.baseline.copy_ns, of.pair.baseline),
                           entry(of.point.copy_ns, of.pair.variant));
    if (copies)
        estimate.copies = *copies;
}

void put_workers(Estimate& estimate, const MedianPair& of) {
    const Point& point = of.point;
    const std::size_t sample = of.pair.variant;
    stats::GapInput input;
    input.baseline_ns = of.baseline_ns;
    input.time_ns = of.time_ns;
    input.serial_ns = entry(point.serial_ns, sample);
    input.busy_ns = busy_of(point, sample);
    input.longest_ns = entry(point.longest_ns, sample);
    input.workers = static_cast<int>(std::max(1.0, value_of(point.parameters, "p", 1)));
    const double work = input.serial_ns + input.busy_ns;
    if (work > 0)
        estimate.f_measured = input.busy_ns / work;
    const auto factors = stats::gap_factors(input);
    if (!factors)
        return;
    estimate.factors = *factors;
    const double used = entry(point.lanes_used, sample);
    const double offered = entry(point.lanes_offered, sample);
    if (const auto taken_apart = stats::lane_factors(*factors, of.lanes, used, offered);
        taken_apart && used > 0)
        estimate.lanes = *taken_apart;
}

} // namespace

void put_factors_of(Estimate& estimate, const MedianPair& of) {
    if (of.point.kernel_ns.empty() && of.point.copy_ns.empty())
        put_workers(estimate, of);
    else
        put_card(estimate, of);
}

std::optional<double> factor_of(const Estimate& estimate, std::string_view name) {
    double value = std::nan("");
    if (const auto& gap = estimate.factors)
        value = name == "rate"           ? gap->rate
                : name == "serial_part"  ? gap->serial_part
                : name == "load_balance" ? gap->load_balance
                : name == "coordination" ? gap->coordination
                                         : value;
    if (const auto& card = estimate.card)
        value = name == "kernel" ? card->kernel : name == "launch" ? card->launch : value;
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

} // namespace lockstep
