// SPDX-License-Identifier: MIT
// From the request of a whole sweep (nine shared parts of Amdahl's job, each with its baseline) to
// its first samples.
#include "benchmarks/client.hpp"
#include "benchmarks/figure.hpp"
#include "sim/stats/quantile.hpp"

namespace lockstep::benchmarks {

static protocol::RunRequest sweep() {
    protocol::RunRequest run{"r", {}, 60, 0.01};
    for (int i = 0; i <= 8; ++i) {
        const double f = i / 8.0;
        run.points.push_back({2 * i, "amdahl", "serial", {{"f", f}}});
        run.points.push_back({2 * i + 1, "amdahl", "multicore", {{"f", f}}});
    }
    return run;
}

static Result<Measured> measure() {
    std::vector<double> times_ms;
    for (int i = 0; i < 7; ++i) {
        Client bench;
        LOCKSTEP_TRY(const auto hello, bench.hear());
        const double begin_ms = now_ms();
        bench.say(sweep());
        while (true) {
            LOCKSTEP_TRY(const auto message, bench.hear());
            if (std::holds_alternative<protocol::Samples>(message))
                break;
        }
        times_ms.push_back(now_ms() - begin_ms);
    }
    const double median_ms = stats::median(times_ms);
    return Measured{median_ms, median_ms <= 300, "median of 7, a sweep of 18 points"};
}

extern const Figure first_samples{"first samples after the request", "<= 300 ms", "ms", &measure};

} // namespace lockstep::benchmarks
