// SPDX-License-Identifier: MIT
// How fast the warp simulator is where it has nothing to do but to compute.
#include "benchmarks/calibrator.hpp"
#include "benchmarks/engine.hpp"
#include "benchmarks/figure.hpp"

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    LOCKSTEP_TRY(const EngineKernel kernel, arithmetic_kernel());
    LOCKSTEP_TRY(const EngineRun run, run_best(kernel, {}));
    return Measured{run.rate_g(), run.rate_g() >= 2.0, beside_calibration(run.rate_g())};
}

extern const Figure simulator_arithmetic{"simulator, arithmetic", ">= 2 G/s", "G/s", &measure};

} // namespace lockstep::benchmarks
