// SPDX-License-Identifier: MIT
// The speedup of a job whose shared part was set, against Amdahl's law times the measured rate, at
// each number of workers that this machine has.
#include "benchmarks/client.hpp"
#include "benchmarks/figure.hpp"
#include "kernels/measure/cores.hpp"
#include "sim/stats/gap.hpp"
#include "sim/stats/quantile.hpp"

#include <cmath>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static constexpr double shared_part = 0.9;

/// Speedup over (rate x Amdahl's law), the median over the rounds.
static Result<double> over_model(const Timed& serial, const Timed& parallel, int workers) {
    const double law = 1 / ((1 - shared_part) + shared_part / workers);
    std::vector<double> shares;
    const Pairs pairs = paired(serial, parallel);
    for (std::size_t i = 0; i < pairs.rounds.size(); ++i) {
        const int round = pairs.rounds[i];
        LOCKSTEP_TRY(const auto gap,
                     stats::gap_factors({pairs.a_ns[i], pairs.b_ns[i], parallel.serial_ns.at(round),
                                         parallel.busy_ns.at(round), parallel.longest_ns.at(round),
                                         workers}));
        shares.push_back(gap.speedup() / (gap.rate * law));
    }
    if (shares.empty())
        return fail("amdahl", fmt::format("every round on {} workers was disturbed.", workers),
                    "Try again when the machine is quiet.");
    return stats::median(shares);
}

static Result<Measured> measure() {
    Client bench;
    protocol::RunRequest run{"r", {{1, "amdahl", "serial", {{"f", shared_part}}}}, 6, 0.005};
    const int most = usable_cores().workers();
    for (int p = 2; p <= most; ++p)
        run.points.push_back(
            {p, "amdahl", "multicore", {{"f", shared_part}, {"p", static_cast<double>(p)}}});
    LOCKSTEP_TRY(const auto timed, bench.run(run));
    double worst = 0;
    std::string note = "one core: nothing to compare";
    for (int p = 2; p <= most; ++p) {
        LOCKSTEP_TRY(const double share, over_model(timed.at(1), timed.at(p), p));
        if (std::abs(share - 1) >= worst)
            note = fmt::format("worst at {} workers, f = {}: {:.4f} of the model", p, shared_part,
                               share);
        worst = std::max(worst, std::abs(share - 1));
    }
    return Measured{100 * worst, worst <= 0.03, note};
}

extern const Figure amdahl_times_rate{"Amdahl times rate, off by", "<= 3 %", "%", &measure};

} // namespace lockstep::benchmarks
