// SPDX-License-Identifier: MIT
// From starting lockstep-bench to its hello.
#include "benchmarks/client.hpp"
#include "benchmarks/figure.hpp"
#include "sim/stats/quantile.hpp"

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    std::vector<double> times_ms;
    for (int i = 0; i < 15; ++i) {
        const double begin_ms = now_ms();
        Client bench;
        LOCKSTEP_TRY(const auto hello, bench.hear());
        times_ms.push_back(now_ms() - begin_ms);
    }
    const double median_ms = stats::median(times_ms);
    return Measured{median_ms, median_ms <= 30, "median of 15"};
}

extern const Figure bench_start{"start of the bench", "<= 30 ms", "ms", &measure};

} // namespace lockstep::benchmarks
