// SPDX-License-Identifier: MIT
#include "tests/gpu/sample_times.hpp"

#include "kernels/bench/card_runner.hpp"
#include "sim/base/units.hpp"
#include "sim/stats/gap.hpp"
#include "sim/stats/quantile.hpp"
#include "tests/gpu/settings.hpp"

#include <fmt/format.h>
#include <limits>

namespace lockstep::on_card {

namespace {

constexpr int batches = 9;
constexpr int repetitions = 2 * input_count;

} // namespace

bool SampleTimes::fit() const {
    return stats::gpu_factors(1, launch_ns, kernel_ns, 0).has_value();
}

std::string SampleTimes::words() const {
    return fmt::format("launch and wait {}, of that the kernels {}; copies {}",
                       format_time_ns(launch_ns), format_time_ns(kernel_ns),
                       format_time_ns(copies_ns));
}

Result<SampleTimes> sample_times(const Variant& variant, const Values& settings,
                                 const bench::CardModuleMaker& card) {
    const SideRequest side = side_of(variant, settings);
    LOCKSTEP_TRY(const auto problem, side.workload->create(side.values));
    LOCKSTEP_TRY(auto module, card(variant, *problem));
    const auto runner = bench::card_runner_on(variant, *problem, std::move(module));
    LOCKSTEP_CHECK(runner->run(0, input_count)); // warms up, and places every input
    std::vector<double> launch_ns, kernel_ns, copies_ns;
    for (int i = 0; i < batches; ++i) {
        LOCKSTEP_TRY(const Batch batch, runner->run(0, repetitions));
        launch_ns.push_back(batch.launches_ns / repetitions);
        copies_ns.push_back(batch.copies_ns / repetitions);
        kernel_ns.push_back(runner->kernel_ns().value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    return SampleTimes{stats::median(launch_ns), stats::median(kernel_ns),
                       stats::median(copies_ns)};
}

} // namespace lockstep::on_card
