// SPDX-License-Identifier: MIT
// What a trace of ten million steps keeps.
#include "benchmarks/figure.hpp"
#include "benchmarks/long_trace.hpp"

#include <fmt/format.h>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    LOCKSTEP_TRY(const simt::Trace* const trace, long_trace());
    const double mib = static_cast<double>(trace->bytes()) / (1u << 20);
    return Measured{mib, mib <= 512 && !trace->seeks_take_longer() && !trace->ends_early(),
                    fmt::format("of {} steps, {} checkpoints; its block stores to 16 MiB",
                                trace->steps(), trace->checkpoints())};
}

extern const Figure trace_memory{"memory of a long trace", "<= 512 MiB", "MiB", &measure};

} // namespace lockstep::benchmarks
