// SPDX-License-Identifier: MIT
// Teams and arenas are made once for each number of workers and kept, as in the bench.
#include "trial.hpp"

#include "sim/base/assert.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <limits>

namespace lockstep::trial {
namespace {

Crews& crews() {
    static Crews all;
    return all;
}

Outcome timed(const Variant& variant, const Problem& problem, Context& context, Recorder& record) {
    record.begin_sample();
    record.begin_repetition();
    Outcome outcome;
    const std::int64_t begin_ns = Recorder::now_ns();
    outcome.checksum = variant.run(problem, context);
    outcome.duration_ns = static_cast<double>(Recorder::now_ns() - begin_ns);
    outcome.totals = record.totals(1);
    return outcome;
}

} // namespace

const Workload& workload(std::string_view name) {
    const auto found = std::ranges::find(all_workloads(), name, [](auto* w) { return w->name; });
    LOCKSTEP_ASSERT(found != all_workloads().end(), "There is a workload of that name.");
    return **found;
}

const Variant& variant(std::string_view workload, std::string_view name) {
    for (const Variant* one : all_variants())
        if (one->workload == workload && one->name == name)
            return *one;
    LOCKSTEP_ASSERT(false, "There is a variant of that name.");
    return *all_variants().front();
}

Values with_defaults(const Workload& workload, const Values& given) {
    Values values = given;
    for (const Parameter& parameter : workload.parameters)
        values.try_emplace(std::string(parameter.name), parameter.fallback);
    values.try_emplace("p", 1);
    return values;
}

std::unique_ptr<Problem> problem(const Workload& workload, const Values& values) {
    auto made = workload.create(with_defaults(workload, values));
    if (!made) {
        ADD_FAILURE() << made.error().text();
        std::abort();
    }
    return *std::move(made);
}

std::optional<Outcome> run(const Variant& variant, const Problem& problem, int input, int workers) {
    Recorder record(workers, 128, 0);
    Context context{.input = input, .workers = workers, .team = nullptr, .record = &record};
    if (variant.crew == Crew::Arena) {
        auto arena = crews().arena(workers);
        if (!arena)
            return {};
        Outcome outcome;
        crews().rest_but(nullptr, *arena);
        (*arena)->wake();
        const auto job = [&](int) { outcome = timed(variant, problem, context, record); };
        (*arena)->execute(job);
        return outcome;
    }
    if (variant.crew == Crew::Team || variant.crew == Crew::Threads) {
        auto team =
            crews().team(workers, variant.crew == Crew::Team ? Pinning::Pinned : Pinning::Free);
        if (!team)
            return {};
        context.team = *team;
        crews().rest_but(*team, nullptr);
    }
    return timed(variant, problem, context, record);
}

double fastest_ns(const Variant& variant, const Problem& problem, int workers, int tries) {
    double fastest = std::numeric_limits<double>::infinity();
    for (int i = 0; i < tries; ++i)
        if (const auto outcome = run(variant, problem, i % input_count, workers))
            fastest = std::min(fastest, outcome->duration_ns);
    return fastest;
}

std::string words(const Variant& variant, const Values& values, int input) {
    std::string list;
    for (const auto& [name, value] : values)
        list += fmt::format("{}{}={}", list.empty() ? "" : ", ", name, value);
    return fmt::format("{}/{} {{{}}} input {}", variant.workload, variant.name, list, input);
}

} // namespace lockstep::trial
