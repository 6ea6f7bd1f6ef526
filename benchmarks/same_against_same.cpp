// SPDX-License-Identifier: MIT
// The A/A test: every workload's serial variant against itself must give 1.
#include "benchmarks/client.hpp"
#include "benchmarks/figure.hpp"
#include "sim/stats/interval.hpp"

#include <cmath>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    Client bench;
    LOCKSTEP_TRY(const auto first, bench.hear());
    const auto* const hello = std::get_if<protocol::Hello>(&first);
    if (hello == nullptr)
        return fail("lockstep-bench", "its first message is no hello.");
    double worst = 0;
    std::string which;
    for (const auto& workload : hello->catalogue.workloads) {
        const std::string& name = workload.name;
        LOCKSTEP_TRY(
            auto timed,
            bench.run({name, {{0, name, "serial", {}}, {1, name, "serial", {}}}, 4, 0.005}));
        const Pairs pairs = paired(timed[0], timed[1]);
        const stats::Interval ratio = stats::ratio_interval(pairs.a_ns, pairs.b_ns);
        if (ratio.n == 0)
            return fail(name, "every round was disturbed.", "Try again when the machine is quiet.");
        if (std::abs(ratio.value - 1) >= worst) {
            worst = std::abs(ratio.value - 1);
            which = fmt::format("worst of {}: {}, {:.4f} [{:.4f}, {:.4f}], {} undisturbed rounds",
                                hello->catalogue.workloads.size(), name, ratio.value, ratio.low,
                                ratio.high, ratio.n);
        }
    }
    return Measured{100 * worst, worst <= 0.01, which};
}

extern const Figure same_against_same{"serial against itself, off 1 by", "<= 1 %", "%", &measure};

} // namespace lockstep::benchmarks
