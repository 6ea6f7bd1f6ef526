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

Result<void> add(const EngineKernel& kernel, Together& found) {
    simt::Options one, two;
    two.threads = 2;
    double one_s = 1e9, two_s = 1e9, one_all_s = 1e9, two_all_s = 1e9;
    bool side_by_side = true;
    std::vector<double> shares;
    const double end_ms = now_ms() + 1500;
    for (int k = 0; k < 3 || now_ms() < end_ms; ++k) {
        LOCKSTEP_TRY(const EngineRun single, run_once(kernel, one));
        LOCKSTEP_TRY(const EngineRun both, run_once(kernel, two));
        LOCKSTEP_TRY(const double apart, apart_s(kernel));
        one_s = std::min(one_s, single.seconds);
        two_s = std::min(two_s, both.seconds);
        one_all_s = std::min(one_all_s, single.all_seconds);
        two_all_s = std::min(two_all_s, both.all_seconds);
        shares.push_back(apart / 2 / both.seconds);
        side_by_side = side_by_side && both.side_by_side;
    }
    if (side_by_side)
        found.add(kernel.name, one_s / two_s, two_all_s / one_all_s, stats::median(shares));
    else
        found.alone += (found.alone.empty() ? "; one core for " : ", ") + kernel.name;
    return {};
}

Result<Together> over(const std::vector<EngineKernel>& kernels) {
    Together found;
    for (const EngineKernel& kernel : kernels)
        if (const Result<void> added = add(kernel, found); !added)
            return tl::unexpected(added.error());
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
