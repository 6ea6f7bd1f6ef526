// SPDX-License-Identifier: MIT
// The peak probe on one core beside likwid-bench's, in alternation; of each the best.
#include "benchmarks/figure.hpp"
#include "benchmarks/likwid.hpp"
#include "kernels/measure/probes/peak_flops.hpp"
#include "kernels/measure/vector_targets.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    LOCKSTEP_TRY(const std::string ending, likwid_ending());
    constexpr int rounds = 25, iterations = 8192; // some 8 ms: the tries of the probe are as short
    double theirs = 0, ours = 0;
    for (int round = 0; round < rounds; ++round) {
        LOCKSTEP_TRY(const double mflops,
                     likwid_rate("peakflops_" + ending, "16kB", iterations, "MFlops/s:"));
        theirs = std::max(theirs, mflops / 1000);
        Crews crews;
        Team* const one = gathered(crews, 1);
        if (one == nullptr)
            return fail("", "the system gives no thread.");
        const std::int64_t widest = usable_vector_targets().front();
        ours = std::max(ours, peak_gflops(widest, Precision::Double, *one).value);
    }
    return Measured{ours / theirs, ours / theirs >= 0.98,
                    fmt::format("{:.4g} against {:.4g} Gflop/s, doubles, {}, best of {} each", ours,
                                theirs, ending, rounds)};
}

extern const Figure peak_against_likwid{"peak flop/s over likwid-bench's", ">= 0.98", "", &measure};

} // namespace lockstep::benchmarks
