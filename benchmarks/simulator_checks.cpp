// SPDX-License-Identifier: MIT
// What is left of the warp simulator's speed when it looks for races and for memory that nobody
// has written.
#include "benchmarks/engine.hpp"
#include "benchmarks/figure.hpp"

#include <cmath>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    LOCKSTEP_TRY(const auto kernels, engine_kernels());
    simt::Options with;
    with.checks = {true, true, false};
    double logarithms = 0, least = 0;
    std::string which;
    for (const EngineKernel& kernel : kernels) {
        LOCKSTEP_TRY(const EngineRun off, run_best(kernel, {}));
        LOCKSTEP_TRY(const EngineRun on, run_best(kernel, with));
        const double ratio = off.processor_seconds / on.processor_seconds;
        logarithms += std::log(ratio);
        if (which.empty() || ratio < least) {
            least = ratio;
            which = kernel.name;
        }
    }
    const double mean = std::exp(logarithms / static_cast<double>(kernels.size()));
    return Measured{
        mean, mean >= 0.3,
        fmt::format("geometric mean of {}, least {} {:.2g}", kernels.size(), which, least)};
}

extern const Figure simulator_checks{"simulator, checks on / off", ">= 0.3", "", &measure};

} // namespace lockstep::benchmarks
