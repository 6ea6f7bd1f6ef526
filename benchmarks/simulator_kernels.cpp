// SPDX-License-Identifier: MIT
// How fast the warp simulator is on the kernels that lessons show.
#include "benchmarks/calibrator.hpp"
#include "benchmarks/engine.hpp"
#include "benchmarks/figure.hpp"

#include <cmath>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    LOCKSTEP_TRY(const auto kernels, engine_kernels());
    double logarithms = 0, slowest = 0;
    std::string which;
    for (const EngineKernel& kernel : kernels) {
        LOCKSTEP_TRY(const EngineRun run, run_best(kernel, {}));
        logarithms += std::log(run.rate_g());
        if (which.empty() || run.rate_g() < slowest) {
            slowest = run.rate_g();
            which = kernel.name;
        }
    }
    const double mean = std::exp(logarithms / static_cast<double>(kernels.size()));
    return Measured{mean, mean >= 1.0,
                    fmt::format("geometric mean of {}, slowest {} {:.2g}; {}", kernels.size(),
                                which, slowest, beside_calibration(mean))};
}

extern const Figure simulator_kernels{"simulator, CUDA kernels", ">= 1 G/s", "G/s", &measure};

} // namespace lockstep::benchmarks
