// SPDX-License-Identifier: MIT
// How much faster the warp simulator is on two cores, where blocks may run side by side.
#include "benchmarks/calibrator.hpp"
#include "benchmarks/client.hpp"
#include "benchmarks/engine.hpp"
#include "benchmarks/figure.hpp"
#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <thread>

namespace lockstep::benchmarks {

namespace {

/// A thread more has to be started for each launch, which takes about 0.1 ms. The figure is a rate:
/// launches as short as that are made longer. What they give as the lessons have them stands
/// beside.
constexpr double least_s = 0.01;

struct Together {
    double logarithms = 0, work = 0, shares = 0, least = 0;
    int count = 0;
    std::string which; ///< the least one
    std::string alone; ///< kernels whose blocks do not run side by side

    void add(const std::string& name, double ratio, double work_ratio, double share) {
        logarithms += std::log(ratio);
        work += std::log(work_ratio);
        shares += std::log(share);
        if (count++ == 0 || ratio < least) {
            least = ratio;
            which = name;
        }
    }
    double mean_of(double sum) const { return count == 0 ? 0 : std::exp(sum / count); }
    double mean() const { return mean_of(logarithms); }
    double mean_work() const { return mean_of(work); }
    double mean_share() const { return mean_of(shares); }
};

/// Two simulations at once that have nothing in common, each on one core: what two cores of this
/// machine can do for such work while others use it, too. The longer one, in seconds.
Result<double> apart_s(const EngineKernel& kernel) {
    Result<EngineRun> other = EngineRun{};
    std::jthread beside([&] { other = run_once(kernel, {}); });
    const Result<EngineRun> own = run_once(kernel, {});
    beside.join();
    if (!own || !other)
        return tl::unexpected(!own ? own.error() : other.error());
    return std::max(own->seconds, other->seconds);
}

/// Of one kernel, try by try: times of one core over those of two, in wall time and in work, and
/// the share of what two simulations do that have nothing in common.
struct Tries {
    std::vector<double> ratios, works, shares;
    bool side_by_side = true;
};

Result<void> try_again(const EngineKernel& kernel, Tries& tries) {
    constexpr double try_ms = 120;
    simt::Options one, two;
    two.threads = 2;
    const double end_ms = now_ms() + try_ms;
    do {
        LOCKSTEP_TRY(const EngineRun single, run_once(kernel, one));
        LOCKSTEP_TRY(const EngineRun both, run_once(kernel, two));
        LOCKSTEP_TRY(const double apart, apart_s(kernel));
        tries.ratios.push_back(single.seconds / both.seconds);
        tries.works.push_back(both.all_seconds / single.all_seconds);
        tries.shares.push_back(apart / 2 / both.seconds);
        tries.side_by_side = tries.side_by_side && both.side_by_side;
    } while (now_ms() < end_ms);
    return {};
}

/// A shared machine is slower for seconds: each kernel comes again and again, all through the
/// minute that this takes.
Result<Together> over(const std::vector<EngineKernel>& kernels) {
    constexpr int passes = 12;
    std::vector<Tries> tries(kernels.size());
    for (int pass = 0; pass < passes; ++pass)
        for (std::size_t i = 0; i < kernels.size(); ++i)
            LOCKSTEP_CHECK(try_again(kernels[i], tries[i]));
    Together found;
    for (std::size_t i = 0; i < kernels.size(); ++i) {
        const Tries& seen = tries[i];
        if (seen.side_by_side)
            found.add(kernels[i].name, stats::median(seen.ratios), stats::median(seen.works),
                      stats::median(seen.shares));
        else
            found.alone += (found.alone.empty() ? "; one core for " : ", ") + kernels[i].name;
    }
    return found;
}

Result<Measured> measure() {
    LOCKSTEP_TRY(const auto kernels, engine_kernels(least_s));
    LOCKSTEP_TRY(const Together found, over(kernels));
    LOCKSTEP_TRY(const auto as_in_lessons, engine_kernels());
    LOCKSTEP_TRY(const Together short_ones, over(as_in_lessons));
    return Measured{
        found.mean(), found.mean() >= 1.9,
        fmt::format(
            "geometric mean of {} of at least {:g} ms, least {} {:.2f}; {:.3f} of what two "
            "simulations do that share nothing, beside it; as the lessons have them {:.3f}, "
            "{:.3f}; 32-lane fmas on both cores {:.2f} times one; both cores work {:.2f} "
            "times as long{}",
            found.count, 1e3 * least_s, found.which, found.least, found.mean_share(),
            short_ones.mean(), short_ones.mean_share(), both_cores_over_one(), found.mean_work(),
            found.alone)};
}

} // namespace

extern const Figure simulator_cores{"simulator, two cores / one", ">= 1.9", "", &measure};

} // namespace lockstep::benchmarks
