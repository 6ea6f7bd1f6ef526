// SPDX-License-Identifier: MIT
#include "tests/gpu/same_bytes.hpp"

#include "kernels/bench/simulation.hpp"
#include "kernels/measure/oracle.hpp"
#include "tests/gpu/differences.hpp"
#include "tests/gpu/settings.hpp"

#include <fmt/format.h>
#include <memory>

namespace lockstep::on_card {

namespace {

Result<Buffers> results_of(bench::CardModule& module, LaunchPlan plan) {
    LOCKSTEP_TRY(const std::unique_ptr<bench::CardPlan> placed, module.place(std::move(plan)));
    LOCKSTEP_CHECK(placed->upload());
    LOCKSTEP_CHECK(placed->launch());
    LOCKSTEP_CHECK(placed->wait());
    return placed->results();
}

/// A side with one of its settings: everything that its inputs share.
struct Trial {
    SideRequest side;
    std::unique_ptr<Problem> problem;
    std::shared_ptr<const ptx::Module> ptx;
    std::unique_ptr<bench::CardModule> module;
    bench::SimulationOptions options;
};

Result<Trial> prepare(const Variant& variant, const Values& settings,
                      const bench::CardModuleMaker& card, const std::filesystem::path& folder,
                      int cores) {
    Trial trial;
    trial.side = side_of(variant, settings);
    LOCKSTEP_TRY(trial.problem, trial.side.workload->create(trial.side.values));
    LOCKSTEP_TRY(trial.ptx, bench::module_of(variant, variant.plan(*trial.problem, 0), folder));
    LOCKSTEP_TRY(trial.module, card(variant, *trial.problem));
    trial.options.cores = cores;
    trial.options.resident_blocks = 1056;
    return trial;
}

/// Nothing when all three agree.
Result<void> compare(const Trial& trial, const Variant& variant, int input) {
    const LaunchPlan plan = variant.plan(*trial.problem, input);
    LOCKSTEP_TRY(const Buffers card,
                 results_of(*trial.module, variant.plan(*trial.problem, input)));
    LOCKSTEP_TRY(const bench::SimulatedLaunches simulated,
                 bench::simulate_plan(plan, trial.ptx, trial.options));
    if (!simulated.outcome.finished)
        return fail("the simulator", "did not come to an end.");
    if (const auto difference = first_difference(card, simulated.results))
        return fail("", *difference);
    Oracle oracle(*trial.problem, trial.side.serial);
    oracle.prepare(input, 1);
    if (folded(0, plan.fold(card)) != oracle.expected(input, 1))
        return fail("", "card and simulator agree, but the checksum is not serial's");
    return {};
}

} // namespace

SameBytes compare_bytes(const Variant& variant, const bench::CardModuleMaker& card,
                        const std::filesystem::path& folder, int cores) {
    SameBytes seen;
    for (const Values& settings : compared_settings(variant.workload)) {
        const auto trial = prepare(variant, settings, card, folder, cores);
        for (int input = 0; input < input_count; ++input) {
            ++seen.compared;
            const Result<void> same =
                trial ? compare(*trial, variant, input) : Result<void>(Failure(trial.error()));
            if (!same)
                seen.differences.push_back(fmt::format("{}, input {}: {}", words_of(settings),
                                                       input, same.error().text()));
        }
    }
    return seen;
}

} // namespace lockstep::on_card
