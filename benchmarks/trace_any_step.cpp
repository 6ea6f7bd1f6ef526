// SPDX-License-Identifier: MIT
// How long a learner who jumps to any step of a long trace waits for what the window shows of it.
#include "benchmarks/engine.hpp"
#include "benchmarks/figure.hpp"
#include "benchmarks/long_trace.hpp"
#include "sim/base/random.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    LOCKSTEP_TRY(simt::Trace* const trace, long_trace());
    double worst_ms = 0;
    std::uint64_t where = 0;
    Random random(1);
    for (int k = 0; k < 200; ++k) {
        const std::uint64_t step = random.below(trace->steps());
        double best_ms = 1e9;
        for (int again = 0; again < 3; ++again) {
            trace->window(random.below(trace->steps()), 1); // from somewhere else
            const double begin_ms = 1e3 * processor_seconds();
            trace->window(step, 100);
            trace->registers(step, static_cast<int>(step % 8));
            best_ms = std::min(best_ms, 1e3 * processor_seconds() - begin_ms);
        }
        where = best_ms > worst_ms ? step : where;
        worst_ms = std::max(worst_ms, best_ms);
    }
    return Measured{
        worst_ms, worst_ms <= 16,
        fmt::format(
            "processor time, worst of 200: 100 steps and a warp's registers; step {} of {}, "
            "{} checkpoints",
            where, trace->steps(), trace->checkpoints())};
}

extern const Figure trace_any_step{"any step of a long trace", "<= 16 ms", "ms", &measure};

} // namespace lockstep::benchmarks
