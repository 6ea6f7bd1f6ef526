// SPDX-License-Identifier: MIT
// The factors of measuring.md, letter by letter: T_b, T, s, U, M and p are named as they are there.
#include "sim/stats/gap.hpp"

#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::stats {

static constexpr double most_excess = 1.05;

/// Whether the times can be of one run: cut back where they claim a little too much, refused
/// beyond.
static Result<GapInput> made_to_fit(GapInput times) {
    const double parts[] = {times.baseline_ns, times.time_ns,
                            times.serial_ns,   times.busy_ns,
                            times.longest_ns,  static_cast<double>(times.workers)};
    for (const double part : parts)
        if (!std::isfinite(part) || part < 0)
            return fail("gap", "a time is negative or missing.");
    if (times.baseline_ns <= 0 || times.time_ns <= 0 || times.workers < 1)
        return fail("gap", "there is no time or no worker to explain.");
    if (times.serial_ns + times.busy_ns <= 0)
        return fail("gap", "this variant has stamped no busy time, so the gap has no parts.");
    if (times.serial_ns + times.longest_ns > most_excess * times.time_ns)
        return fail("gap", fmt::format("the busiest worker claims {:.0f} ns of a run of {:.0f} ns.",
                                       times.serial_ns + times.longest_ns, times.time_ns));
    const double even = times.busy_ns / times.workers;
    if (even > most_excess * times.longest_ns)
        return fail("gap",
                    fmt::format("{} workers cannot be busy {:.0f} ns when the busiest is {:.0f}.",
                                times.workers, times.busy_ns, times.longest_ns));
    times.serial_ns = std::min(times.serial_ns, times.time_ns);
    times.longest_ns = std::min(times.longest_ns, times.time_ns - times.serial_ns);
    times.busy_ns = std::min(times.busy_ns, times.workers * times.longest_ns);
    return times;
}

Result<GapFactors> gap_factors(const GapInput& input) {
    LOCKSTEP_TRY(const GapInput times, made_to_fit(input));
    const double p = times.workers;
    const double s = times.serial_ns, U = times.busy_ns, M = times.longest_ns;
    const double C = s + U;
    GapFactors factors;
    factors.workers = p;
    factors.rate = times.baseline_ns / C;
    factors.serial_part = (C / p) / (s + U / p);
    factors.load_balance = (s + U / p) / (s + M);
    factors.coordination = (s + M) / times.time_ns;
    // p (U/p) may miss U by an ulp, which must not show as 100.0000001 %.
    for (double* factor : {&factors.serial_part, &factors.load_balance, &factors.coordination})
        if (*factor > 1 && *factor < 1 + 1e-12)
            *factor = 1;
    return factors;
}

Result<LaneFactors> lane_factors(const GapFactors& gap, int lanes, double used, double offered) {
    if (lanes < 1 || !(used > 0) || !(used <= offered))
        return fail("gap",
                    fmt::format("{} of {} lane steps in use is not a share.", used, offered));
    LaneFactors factors;
    factors.lanes = lanes;
    factors.lanes_in_use = used / offered;
    factors.vector_rate = gap.rate / (factors.lanes * factors.lanes_in_use);
    return factors;
}

Result<GpuFactors> gpu_factors(double baseline_ns, double time_ns, double kernel_ns,
                               double copy_ns) {
    const bool positive = baseline_ns > 0 && time_ns > 0 && kernel_ns > 0 && copy_ns >= 0;
    if (!positive)
        return fail("gap", "a time of the card is missing or negative.");
    if (kernel_ns + copy_ns > most_excess * time_ns)
        return fail("gap", fmt::format("kernel and copies claim {:.0f} ns of a run of {:.0f} ns.",
                                       kernel_ns + copy_ns, time_ns));
    copy_ns = std::max(0.0, std::min(copy_ns, time_ns - kernel_ns));
    kernel_ns = std::min(kernel_ns, time_ns);
    return GpuFactors{baseline_ns / kernel_ns, kernel_ns / (kernel_ns + copy_ns),
                      (kernel_ns + copy_ns) / time_ns};
}

Result<Copies> with_copies(double baseline_ns, double time_ns, double baseline_copy_ns,
                           double copy_ns) {
    const bool positive = baseline_ns > 0 && time_ns > 0 && baseline_copy_ns >= 0 && copy_ns >= 0;
    const double speedup = (baseline_ns + baseline_copy_ns) / (time_ns + copy_ns);
    if (!positive || !std::isfinite(speedup) || !std::isfinite(copy_ns))
        return fail("gap", "what the copies took is missing or negative.");
    return Copies{copy_ns, baseline_copy_ns, speedup};
}

int median_pair(std::span<const double> ratios) {
    if (ratios.empty())
        return -1;
    if (ratios.size() % 2 == 0)
        ratios = ratios.first(ratios.size() - 1);
    const double middle = median(ratios);
    return static_cast<int>(std::ranges::find(ratios, middle) - ratios.begin());
}

} // namespace lockstep::stats
