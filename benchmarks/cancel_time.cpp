// SPDX-License-Identifier: MIT
// From the signal that cancels a run to the end of its process, and on to the next bench's hello:
// after that a learner can run again.
#include "benchmarks/client.hpp"
#include "benchmarks/figure.hpp"
#include "sim/stats/quantile.hpp"

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    std::vector<double> times_ms;
    for (int i = 0; i < 7; ++i) {
        Client bench;
        bench.say(protocol::RunRequest{"r", {{0, "amdahl", "multicore", {}}}, 60, 0.01});
        while (true) {
            LOCKSTEP_TRY(const auto message, bench.hear());
            if (std::holds_alternative<protocol::Samples>(message))
                break;
        }
        const double begin_ms = now_ms();
        bench.cancel();
        Client next;
        LOCKSTEP_TRY(const auto hello, next.hear());
        times_ms.push_back(now_ms() - begin_ms);
    }
    const double median_ms = stats::median(times_ms);
    return Measured{median_ms, median_ms <= 100, "median of 7, with the start of the next bench"};
}

extern const Figure cancel_time{"cancel", "<= 100 ms", "ms", &measure};

} // namespace lockstep::benchmarks
