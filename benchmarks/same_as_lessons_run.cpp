// SPDX-License-Identifier: MIT
// The A/A test as a learner would make it: the workloads of the first lessons with their own
// parameters, the serial variant against itself, for as long as a lesson's run takes.
#include "benchmarks/figure.hpp"
#include "benchmarks/in_process.hpp"
#include "kernels/bench/catalogue.hpp"

#include <cmath>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    constexpr double budget_s = 4; // a lesson's, unless it says otherwise
    constexpr const char* workloads[] = {"chains",    "amdahl",     "false_sharing",
                                         "straggler", "divergence", "mandelbrot"};
    double worst = -1;
    std::string which;
    for (const char* const workload : workloads) {
        LOCKSTEP_TRY(const auto side, bench::find_point({0, workload, "serial", {}}));
        const Compared same = compare(side, side, budget_s);
        if (same.ratio.n == 0)
            return fail(workload, "every round was disturbed.",
                        "Try again when the machine is quiet.");
        if (std::abs(same.ratio.value - 1) <= worst)
            continue;
        worst = std::abs(same.ratio.value - 1);
        which = fmt::format("{}, {:.4f} [{:.4f}, {:.4f}], {} rounds, {} left out", workload,
                            same.ratio.value, same.ratio.low, same.ratio.high, same.ratio.n,
                            same.left_out);
    }
    return Measured{
        100 * worst, worst <= 0.01,
        fmt::format("worst of {} at {:g} s each: {}", std::size(workloads), budget_s, which)};
}

extern const Figure same_as_lessons_run{"serial against itself, a lesson's run", "<= 1 %", "%",
                                        &measure};

} // namespace lockstep::benchmarks
