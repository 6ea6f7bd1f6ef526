// SPDX-License-Identifier: MIT
// How much faster the warp simulator is on two cores, where blocks may run side by side.
#include "benchmarks/calibrator.hpp"
#include "benchmarks/client.hpp"
#include "benchmarks/engine.hpp"
#include "benchmarks/figure.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    LOCKSTEP_TRY(const auto kernels, engine_kernels());
    simt::Options one, two;
    two.threads = 2;
    double logarithms = 0, work = 0, least = 0;
    int count = 0;
    std::string which, alone;
    for (const EngineKernel& kernel : kernels) {
        double one_s = 1e9, two_s = 1e9, one_all_s = 1e9, two_all_s = 1e9;
        bool side_by_side = true;
        const double end_ms = now_ms() + 1500;
        for (int k = 0; k < 3 || now_ms() < end_ms; ++k) {
            LOCKSTEP_TRY(const EngineRun single, run_once(kernel, one));
            LOCKSTEP_TRY(const EngineRun both, run_once(kernel, two));
            one_s = std::min(one_s, single.seconds);
            two_s = std::min(two_s, both.seconds);
            one_all_s = std::min(one_all_s, single.all_seconds);
            two_all_s = std::min(two_all_s, both.all_seconds);
            side_by_side = side_by_side && both.side_by_side;
        }
        if (!side_by_side) {
            alone += (alone.empty() ? "; one core for " : ", ") + kernel.name;
            continue;
        }
        ++count;
        logarithms += std::log(one_s / two_s);
        work += std::log(two_all_s / one_all_s);
        if (which.empty() || one_s / two_s < least) {
            least = one_s / two_s;
            which = kernel.name;
        }
    }
    const double mean = count == 0 ? 0 : std::exp(logarithms / count);
    const double together = count == 0 ? 0 : std::exp(work / count);
    return Measured{mean, mean >= 1.9,
                    fmt::format("geometric mean of {}, least {} {:.2f}; 32-lane fmas on both cores "
                                "{:.2f} times one; both cores work {:.2f} times as long{}",
                                count, which, least, both_cores_over_one(), together, alone)};
}

extern const Figure simulator_cores{"simulator, two cores / one", ">= 1.9", "", &measure};

} // namespace lockstep::benchmarks
