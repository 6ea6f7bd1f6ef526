// SPDX-License-Identifier: MIT
// What lies between the two stamps of a sample besides the work: a batch of one repetition that
// does nothing.
#include "benchmarks/figure.hpp"
#include "kernels/measure/cores.hpp"
#include "kernels/measure/runner.hpp"
#include "sim/stats/quantile.hpp"

namespace lockstep::benchmarks {

static std::uint64_t nothing(const Problem&, Context&) {
    return 0;
}

static Result<Measured> measure() {
    pin_thread(usable_cores().cpus.front());
    const Problem problem;
    Recorder record(1, 1, 0);
    Context context{0, 1, nullptr, &record};
    std::vector<double> times_ns;
    for (int i = 0; i < 20'001; ++i) {
        record.begin_sample();
        times_ns.push_back(time_batch(&nothing, problem, context, i, 1).duration_ns());
    }
    const double median_ns = stats::median(times_ns);
    return Measured{median_ns, median_ns <= 100, "median of 20001, both stamps' own cost included"};
}

extern const Figure stamp_cost{"harness between the stamps", "<= 100 ns", "ns", &measure,
                               "known: 305 ns, of a benchmark library in wide use"};

} // namespace lockstep::benchmarks
